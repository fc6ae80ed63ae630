using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SfMarketo.Kernel.Control.Client;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary>docs/control-api.md: every command on it works, and every call of the simulators is on it.</summary>
public sealed partial class ControlApiPageTests
{
    [Fact]
    public async Task Every_command_of_the_page_works_in_its_order()
    {
        var commands = Commands();
        await using var sim = await RunningSim.StartAsync();
        List<string> failures = [];
        foreach (var (method, server, path, body) in commands)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), (server == "SF_URL" ? sim.Salesforce : sim.Marketo) + path);
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
            using var response = await sim.Http.SendAsync(request, TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                failures.Add($"{method} {path} {body}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }
        }

        failures.Should().BeEmpty();
        commands.Should().HaveCountGreaterThan(60);
    }

    [Fact]
    public async Task Every_call_of_both_simulators_is_on_the_page()
    {
        var written = Commands().Select(command => $"{command.Method} {Named().Replace(command.Path.Split('?')[0], "")}").ToHashSet();
        await using var sim = await RunningSim.StartAsync();
        var there = new List<string>();
        foreach (var url in new[] { sim.Marketo, sim.Salesforce })
        {
            there.AddRange((await new SimControlClient(sim.Http, url).ListAsync(TestContext.Current.CancellationToken)).Keys);
        }

        there.Where(call => !written.Any(command => Fits(call, command))).Should().BeEmpty();
    }

    /// <summary>A name in the path of a call stands for any.</summary>
    private static bool Fits(string call, string command) => call.EndsWith('}') ? command.StartsWith(call[..call.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal) : call == command;

    private static List<(string Method, string Server, string Path, string? Body)> Commands() =>
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "control-api.md"))
            .Where(line => line.StartsWith("curl ", StringComparison.Ordinal))
            .Select(line => Command().Match(line) is { Success: true } match
                ? (match.Groups["method"].Success ? match.Groups["method"].Value : "GET", match.Groups["server"].Value, match.Groups["path"].Value, match.Groups["body"].Success ? match.Groups["body"].Value : null)
                : throw new FormatException("No command that this test can read: " + line)),
    ];

    [GeneratedRegex("""^curl (-X (?<method>[A-Z]+) )?"?\$(?<server>SF_URL|MKTO_URL)(?<path>/[^ "]*)"?( -d '(?<body>.*)')?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    /// <summary>The name of an instance before the path.</summary>
    [GeneratedRegex("^/(?!__sim)[^/]+(?=/__sim)")]
    private static partial Regex Named();
}
