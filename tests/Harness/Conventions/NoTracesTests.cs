using System.Text.RegularExpressions;

namespace SfMarketo.Tests.Harness.Conventions;

/// <summary>A clone looks the same on every machine, and nobody's address is in it.</summary>
public sealed partial class NoTracesTests
{
    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() => Finds(MachinePath(), _ => true).Should().BeEmpty();

    [Fact]
    public void Every_e_mail_address_is_of_a_domain_that_is_reserved_for_examples() => Finds(Address(), match => !Reserved().IsMatch(match.Groups["domain"].Value)).Should().BeEmpty();

    [Theory]
    [InlineData("/ho" + "me/ann/x.cs")]
    [InlineData("/wo" + "rk/main/x.cs")]
    [InlineData("C:" + @"\Users\ann")]
    public void The_search_for_machine_paths_finds_them(string text) => MachinePath().IsMatch(text).Should().BeTrue();

    [Theory]
    [InlineData("ann", "example.invalid", true)]
    [InlineData("ann", "lamps.example", true)]
    [InlineData("ann", "example.com", true)]
    [InlineData("ann", "acme.test", true)]
    [InlineData("ann", "gmail.com", false)]
    [InlineData("ann", "notexample.com", false)]
    public void The_search_for_addresses_knows_reserved_domains(string name, string domain, bool reserved)
    {
        var match = Address().Match($"{name}@{domain}");

        match.Success.Should().BeTrue();
        Reserved().IsMatch(match.Groups["domain"].Value).Should().Be(reserved);
    }

    private static List<string> Finds(Regex what, Func<Match, bool> counts)
    {
        var found = new List<string>();
        foreach (var file in SourceTree.Files)
        {
            if (SourceTree.TryText(file, out var text))
            {
                found.AddRange(what.Matches(text).Where(counts).Select(match => $"{file}: {match.Value}"));
            }
        }

        return found;
    }

    [GeneratedRegex(@"(?<![\w.}])/(?:home|Users|root|work)/\w+|\b[A-Za-z]:\\Users\\", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"[\w.%+-]+@(?<domain>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>RFC 2606 and RFC 6761.</summary>
    [GeneratedRegex(@"^(?:.*\.)?(?:example\.(?:com|net|org)|\w+)$(?<=\.(?:example|invalid|test|localhost)|(?:^|\.)example\.(?:com|net|org))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
