using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.Tests.Simulators.Soql;

/// <summary>Statements that differ in one quoted text alone are planned from each other; nobody may see that.</summary>
public sealed class SoqlTemplateTests
{
    private readonly SoqlWorld world = new();

    public SoqlTemplateTests()
    {
        foreach (var (last, email) in new[] { ("Ada", "a@example.invalid"), ("Bert", "b@example.invalid"), ("O'Neil", "o@example.invalid") })
        {
            world.Add("Lead", ("LastName", last), ("Email", email));
        }
    }

    [Theory]
    [InlineData("SELECT LastName FROM Lead WHERE Email = '{0}'", "a@example.invalid", "B@example.invalid", "nobody@example.invalid")]
    [InlineData("SELECT LastName FROM Lead WHERE LastName != '{0}' ORDER BY LastName DESC LIMIT 2", "Ada", "Bert", "Zoe")]
    [InlineData("SELECT LastName FROM Lead WHERE LastName = '{0}'", "Ada", "O\\'Neil", "")]
    [InlineData("SELECT LastName FROM Lead WHERE LastName > '{0}' LIMIT 1", "Ada", "B", "Z")]
    [InlineData("SELECT COUNT() FROM Lead WHERE LastName = '{0}'", "Ada", "Bert", "Zoe")]
    [InlineData("SELECT LastName FROM Lead WHERE Id = '{0}'", "00Q5g0000004DRgEAM", "no id", "00Q5g0000004DRg")]
    [InlineData("SELECT LastName FROM Lead WHERE CreatedDate > '{0}'", "2026-03-01", "Ada", "")]
    [InlineData("SELECT LastName FROM Lead WHERE LastName = '{0}' AND Email != 'x'", "Ada", "Bert", "Zoe")]
    [InlineData("SELECT LastName FROM Lead WHERE LastName LIKE '{0}'", "A%", "_ert", "%")]
    public void Every_text_gives_what_an_engine_without_history_gives(string form, params string[] texts)
    {
        foreach (var text in texts.Concat(texts))
        {
            var statement = form.Replace("{0}", text, StringComparison.Ordinal);

            Answer(world, statement).Should().Be(Answer(Fresh(), statement), statement);
        }
    }

    [Fact]
    public void What_follows_the_text_is_part_of_the_statement()
    {
        world.Names("SELECT LastName FROM Lead WHERE LastName != 'Zoe' LIMIT 1").Should().HaveCount(1);

        world.Names("SELECT LastName FROM Lead WHERE LastName != 'Zac' LIMIT 2").Should().HaveCount(2);
        world.Names("SELECT LastName FROM Lead WHERE LastName != 'Zac'").Should().HaveCount(3);
        world.Refusal("SELECT LastName FROM Lead WHERE LastName != 'Zac' LIMIT").Code.Should().Be("MALFORMED_QUERY");
    }

    [Fact]
    public void A_text_with_a_quote_in_it_is_not_taken_for_another_statement()
    {
        world.Names("SELECT LastName FROM Lead WHERE LastName = 'Ada'").Should().Equal("Ada");

        world.Names(@"SELECT LastName FROM Lead WHERE LastName = 'O\'Neil'").Should().Equal("O'Neil");
        world.Names("SELECT LastName FROM Lead WHERE LastName = 'Ada' OR LastName = 'Bert' ORDER BY LastName").Should().Equal("Ada", "Bert");
        world.Names("SELECT LastName FROM Lead WHERE LastName = 'Bert'").Should().Equal("Bert");
    }

    private static SoqlWorld Fresh()
    {
        return new SoqlTemplateTests().world;
    }

    private static string Answer(SoqlWorld of, string statement)
    {
        try
        {
            return string.Join(", ", of.Names(statement));
        }
        catch (SoqlException refusal)
        {
            return refusal.Code + ": " + refusal.Message;
        }
    }
}
