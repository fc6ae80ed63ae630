using System.CommandLine;
using System.Globalization;
using SfMarketo.Cli.Sim;
using SfMarketo.Harness.Hosting;

namespace SfMarketo.Cli;

/// <summary><c>sfmarketo sim</c>: both APIs on this machine, in real time, until Ctrl-C.</summary>
internal static class SimCommand
{
    private const string Developer = "developer";
    private const string Strict = "strict";
    private const string About = """
        Starts Salesforce and Marketo on this machine, with data, until Ctrl-C.

        Both listen on 127.0.0.1 only. Settings for clients are written to .sfmarketo/sim.env, with the
        private key of the connected app beside it. Each call is shown in one line. GET /__sim on either
        port lists the control API: state, reset, data, limits, clock, faults, journal, snapshots, and
        what people do (convert a lead, open an e-mail, ...). It costs no quota and needs no token.

        With --messages-to the org also sends outbound messages, as by workflow rules, at each save of a
        Lead, Contact, Account or Opportunity; 'sfmarketo sync --listen' with the same URL takes them.

        With --tls both listen on HTTPS too. The certificate is made once and kept; Node takes it by
        NODE_EXTRA_CA_CERTS, curl by --cacert.

        Exit codes: 0 stopped, 2 wrong input, 3 could not start.
        """;

    public static Command Create()
    {
        var salesforcePort = Port("--salesforce-port", 5101, "Salesforce");
        var marketoPort = Port("--marketo-port", 5102, "Marketo");
        var data = new Option<string>("--data")
        {
            Description = "What is in the orgs: demo (people, deals and e-mails of a month), empty, or a YAML or JSON file of counts and records.",
            HelpName = "demo|empty|FILE",
            DefaultValueFactory = _ => "demo",
        };
        var seed = SeedOption.Create("Same seed and data, same records with the same ids.", 1);
        var profile = new Option<string>("--profile")
        {
            Description = "developer also takes what old clients need (Marketo's token in the query, Salesforce's password grant); strict takes what the vendors take today.",
            HelpName = Developer + "|" + Strict,
            DefaultValueFactory = _ => Developer,
        };
        profile.AcceptOnlyFromAmong(Developer, Strict);
        var quiet = new Option<bool>("--quiet") { Description = "Show no line for each call." };
        var tls = new Option<bool>("--tls") { Description = "Listen on HTTPS too, at the ports ten above, with a certificate that signs itself." };
        var certificate = new Option<string?>("--tls-certificate") { Description = "Where that certificate is written for clients, PEM; implies --tls. Default .sfmarketo/tls.pem.", HelpName = "FILE" };
        var messagesTo = MessagesTo();
        var metadata = new Option<string?>("--salesforce-metadata")
        {
            Description = "What the org's administrator has set up: a JSON file of custom objects and fields, rules, queues, profiles (docs/salesforce-metadata.md). Default: none.",
            HelpName = "FILE",
        };
        var command = new Command("sim", About) { salesforcePort, marketoPort, data, metadata, seed, profile, messagesTo, tls, certificate, quiet };
        command.SetAction((parsed, cancellationToken) => SimSession.RunAsync(
            new SimArguments(
                parsed.GetValue(salesforcePort), parsed.GetValue(marketoPort), parsed.GetValue(data)!, parsed.GetValue(seed) ?? 1,
                parsed.GetValue(profile) == Strict ? SimProfile.Strict : SimProfile.Developer, parsed.GetValue(quiet), parsed.GetValue(messagesTo), parsed.GetValue(metadata))
            {
                Tls = parsed.GetValue(tls),
                TlsCertificate = parsed.GetValue(certificate),
            },
            Directory.GetCurrentDirectory(),
            Console.Out,
            Console.Error,
            cancellationToken));
        return command;
    }

    private static Option<Uri?> MessagesTo()
    {
        const string name = "--messages-to";
        return new Option<Uri?>(name)
        {
            Description = "Send outbound messages to this address of this machine, such as http://127.0.0.1:5103/. Default: none are sent.",
            HelpName = "URL",
            CustomParser = argument =>
            {
                // The vendor sends to port 80, 443, and 1024 and up.
                if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.IsLoopback && url.Port is 80 or 443 or >= 1024)
                {
                    return url;
                }

                argument.AddError($"{name}: '{argument.Tokens[0].Value}' is no address such as http://127.0.0.1:5103/; http or https on this machine, port 80, 443 or 1024 and up.");
                return null;
            },
        };
    }

    private static Option<int> Port(string name, int standard, string simulator) => new(name)
    {
        Description = $"Port of {simulator}; 0 takes any free one.",
        HelpName = "PORT",
        DefaultValueFactory = _ => standard,
        CustomParser = argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535)
            {
                return port;
            }

            argument.AddError($"{name}: '{argument.Tokens[0].Value}' is no port; write a number from 0 to 65535.");
            return standard;
        },
    };
}
