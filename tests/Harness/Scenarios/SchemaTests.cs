using NJsonSchema;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Scenarios.Language;
using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Tests.Harness.Scenarios;

/// <summary>What editors check scenario files by says the same as the reader, as far as a schema can.</summary>
public sealed class SchemaTests(ITestOutputHelper output)
{
    /// <summary>Codes of keys, types and forms: what a schema can say.</summary>
    private static readonly string[] Sayable =
    [
        ProblemCode.MissingKey, ProblemCode.WrongType, ProblemCode.UnknownKey, ProblemCode.NoValue, ProblemCode.BadNumber, ProblemCode.BadDuration, ProblemCode.BadShare, ProblemCode.BadShape,
        ProblemCode.BadComparison, ProblemCode.UnknownEvent, ProblemCode.UnknownMetric, ProblemCode.UnknownObject, ProblemCode.UnknownInvariant,
    ];

    /// <summary>Broken in a way of these codes, but only by what stands elsewhere in the file.</summary>
    private static readonly string[] NotSayable =
    [
        "steps with keys that do not fit", "events without a record, and one without its count", "a variable of a wrong type where it stands", "a matrix of which one run is broken",
        "a matrix over keys that nobody knows",
    ];

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(SchemaText.Write(), TestContext.Current.CancellationToken));

    public static TheoryData<string> Scenarios => Conventions.PagesTests.Scenarios;

    [Fact]
    public void The_file_is_what_the_model_gives()
    {
        var file = Path.Combine(RepositoryRoot.Path, "scenarios", "scenario.schema.json");

        File.Exists(file).Should().BeTrue();
        File.ReadAllText(file).Should().Be(SchemaText.Write(), "it is renewed by: ./sfmarketo scenarios schema > scenarios/scenario.schema.json");
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_scenario_is_good_by_the_schema(string file)
    {
        var schema = await Schema.Value;

        var errors = schema.Validate(YamlAsJson.Write(File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)))!);

        errors.Should().BeEmpty();
    }

    [Fact]
    public async Task The_starter_is_good_by_the_schema()
    {
        var schema = await Schema.Value;

        schema.Validate(YamlAsJson.Write(StarterScenario.Text("x", "scenario.schema.json"))!).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_broken_in_its_keys_types_and_forms_is_broken_by_the_schema_too()
    {
        var schema = await Schema.Value;
        List<string> good = [];
        var tried = 0;
        foreach (var broken in BrokenScenarios.All.Where(one => one.IsWhole && one.Read().Problems.Any(problem => Sayable.Contains(problem.Code))))
        {
            if (YamlAsJson.Write(broken.Yaml) is { } json)
            {
                tried++;
                if (schema.Validate(json).Count == 0)
                {
                    good.Add(broken.Title);
                }
            }
        }

        output.WriteLine($"{tried} broken files are broken by the schema");
        tried.Should().BeGreaterThan(40);
        good.Should().BeEquivalentTo(NotSayable);
    }

    [Fact]
    public async Task A_variable_is_good_wherever_a_value_is()
    {
        var schema = await Schema.Value;
        const string yaml = """
            version: 1
            name: x
            duration: ${a}
            vars: { a: 1h }
            matrix: { b: [1, 2] }
            scale: ${a}
            org: { people: "${b}", linked: "${a}", empty: "${a}", assignment: { rule: "${a}", owners: "${b}" } }
            engine: { dialect: "${a}", exclusive: "${a}" }
            load: [ { name: a, does: "${a}", shape: [ inject: "${b}/min for 5m" ] } ]
            timeline: [ { at: "${a}", do: "${a}", count: "${b}", with: { Email: "${a}" } } ]
            expect: [ { count: "${a}", is: ">= ${b}" }, { deadLetters: "${b}" } ]

            """;

        schema.Validate(YamlAsJson.Write(yaml)!).Should().BeEmpty();
    }
}
