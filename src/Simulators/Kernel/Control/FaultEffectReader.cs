using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control;

/// <summary>Reads the member <c>effect</c> of a fault. One reader an effect: a new effect is a class in Faults and a line here.</summary>
public static class FaultEffectReader
{
    /// <summary>All effects, one example each.</summary>
    public static string Help { get; } = "write " + string.Join(", ", Readers().Select(reader => reader.Example));

    private const string Together =
        "latency goes with all that is executed; of code and status one; record, duplicated and lateVisibility with what is executed; " +
        "of lostAfter, truncated, slowBody and reset in the body one; lostBefore, reset before, tokens and clockSkew stand alone";

    /// <summary>Reads all effects of a rule to the end of the input.</summary>
    /// <param name="input">The object under <c>effect</c>.</param>
    /// <param name="simulator">Whose codes count.</param>
    /// <param name="match">The rule's calls; null leaves open whether a code is one of them.</param>
    /// <exception cref="ControlException">It is wrong, empty, or effects do not go together.</exception>
    public static IReadOnlyList<FaultEffect> Read(ControlInput input, Simulator simulator, FaultMatch? match = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(simulator);
        List<FaultEffect> effects = [];
        foreach (var (_, read) in Readers())
        {
            if (read(input, simulator, match) is { } effect)
            {
                effects.Add(effect);
            }
        }

        if (effects.Count == 0)
        {
            input.End();
            throw new ControlException("the effect is empty", "effect", Help);
        }

        if (!GoTogether(effects))
        {
            throw new ControlException("these effects do not go together", "effect", Together);
        }

        if (!effects.Exists(effect => effect.Place == FaultPlace.Answer) && input.Flag("applied") is not null)
        {
            throw input.Wrong("applied", "goes with code and status only", "leave it out: the call takes effect");
        }

        if (match is not null)
        {
            CheckMatch(effects, match);
        }

        return effects;
    }

    private static (string Example, Func<ControlInput, Simulator, FaultMatch?, FaultEffect?> Read)[] Readers() =>
    [
        ("""{"latency": "2s"}""", (input, _, _) => DrawnDurationReader.Read(input, "latency") is { } latency ? new LatencyEffect(latency) : null),
        ("""{"code": "606"}""", Code),
        ("""{"status": 502, "body": "html"}""", Status),
        ("""{"record": {"code": "1003", "every": 3}}""", Record),
        ("""{"duplicated": true}""", (input, _, _) => Mark(input, "duplicated") ? new DuplicatedEffect() : null),
        ("""{"lateVisibility": {"p50": "2m", "p99": "20m"}}""", (input, _, _) => DrawnDurationReader.Read(input, "lateVisibility") is { } delay ? new LateVisibilityEffect(delay) : null),
        ("""{"lostBefore": true}""", (input, _, _) => Mark(input, "lostBefore") ? new LostBeforeEffect() : null),
        ("""{"lostAfter": true}""", (input, _, _) => Mark(input, "lostAfter") ? new LostAfterEffect() : null),
        ("""{"reset": "body"}""", (input, _, _) => input.Word("reset", "before", "body") is { } place ? new ResetEffect(place == "body") : null),
        ("""{"truncated": 0.5}""", (input, _, _) => Truncated(input)),
        ("""{"slowBody": "30s"}""", (input, _, _) => DrawnDurationReader.Read(input, "slowBody") is { } duration ? new SlowBodyEffect(duration) : null),
        ("""{"tokens": "expired"}""", (input, _, _) => input.Word("tokens", "expired", "revoked") is { } end ? new TokensEffect(end == "revoked") : null),
        ("""{"clockSkew": "-5m"}""", (input, _, _) => Skew(input)),
    ];

    private static CodeEffect? Code(ControlInput input, Simulator simulator, FaultMatch? match)
    {
        if (input.IsNumber("code"))
        {
            throw input.Wrong("code", "must be a text", """write it in quotes: {"code": "606"}""");
        }

        if (input.Text("code") is not { } code)
        {
            return null;
        }

        var table = simulator.FaultAnswers;
        if (!table.Knows(code))
        {
            var help = $"there are {string.Join(", ", table.AnyCall)}; with a path in match {string.Join(", ", table.SomeCalls.Select(scoped => scoped.Code).Distinct())}";
            throw table.Records.Contains(code)
                ? input.Wrong("code", $"'{code}' is a code of single records, not of whole calls", $$$"""write {"record": {"code": "{{{code}}}"}}""")
                : input.Wrong("code", $"'{code}' is no code of {simulator.Name} that can be answered to a call", help);
        }

        return match is not null && table.WhyNot(code, match) is { } why ? throw input.Wrong("code", $"'{code}' does not fit the calls that are matched", why) : new CodeEffect(code, Applied(input));
    }

    private static StatusEffect? Status(ControlInput input, Simulator simulator, FaultMatch? match)
    {
        var body = input.Word("body", "none", "html", "vendor");
        if (input.Whole("status", 400, 599) is not { } status)
        {
            return body is null ? null : throw input.Wrong("body", "goes with status only", """write {"status": 502, "body": "html"}""");
        }

        return body == "vendor" && !simulator.FaultAnswers.Statuses.Contains(status)
            ? throw input.Wrong("body", $"cannot be vendor: {simulator.Name} has no form for a status {status}", $"write html or none, or one of the statuses {string.Join(", ", simulator.FaultAnswers.Statuses)}")
            : new StatusEffect(status, body switch { "html" => StatusBody.Html, "vendor" => StatusBody.Vendor, _ => StatusBody.None }, Applied(input));
    }

    private static RecordEffect? Record(ControlInput input, Simulator simulator, FaultMatch? match)
    {
        if (input.Inner("record") is not { } record)
        {
            return null;
        }

        var code = record.RequiredText("code", "write the code of the records, such as {\"code\": \"" + simulator.FaultAnswers.Records[0] + "\"}");
        if (!simulator.FaultAnswers.Records.Contains(code))
        {
            throw record.Wrong("code", $"'{code}' is no code of {simulator.Name} for single records", $"there are {string.Join(", ", simulator.FaultAnswers.Records)}");
        }

        var (every, share) = (record.Whole("every", 1, 1_000_000), record.Share("share"));
        record.End();
        return every is not null && share is not null ? throw record.Wrong("share", "does not go with every", "write one of the two; neither means every record")
            : share is { } part ? new RecordEffect(code, null, part)
            : new RecordEffect(code, every ?? 1);
    }

    private static TruncatedEffect? Truncated(ControlInput input)
    {
        if (!input.IsObject("truncated"))
        {
            return input.Share("truncated") switch
            {
                null => null,
                1 => throw input.Wrong("truncated", "cannot be 1", "write the share of the body that is sent, below 1"),
                var share => new TruncatedEffect(share),
            };
        }

        var inner = input.Inner("truncated")!;
        var bytes = inner.RequiredWhole("bytes", 0, int.MaxValue, "so many bytes of the body are sent");
        inner.End();
        return new TruncatedEffect(null, bytes);
    }

    private static ClockSkewEffect? Skew(ControlInput input) =>
        input.Text("clockSkew") is not { } text ? null
        : DurationWords.TryParse(text.TrimStart('-', '+'), out var by) && text.LastIndexOfAny(['-', '+']) < 1 && by > TimeSpan.Zero ? new ClockSkewEffect(text[0] == '-' ? -by : by)
        : throw input.Wrong("clockSkew", $"'{text}' is no duration before or after the true time", "write 5m or -5m");

    /// <summary>A rule about people has no answer, a rule about the clock no calls.</summary>
    private static void CheckMatch(List<FaultEffect> effects, FaultMatch match)
    {
        if (match.Human && effects.Exists(effect => effect is not LateVisibilityEffect))
        {
            throw new ControlException("what people do is no call: only lateVisibility goes with match.human", "effect", """write {"lateVisibility": "10m"}, or leave human out""");
        }

        if (effects[0] is ClockSkewEffect && match is not { Method: null, Path: null, Client: null, Query: null, Body: null })
        {
            throw new ControlException("the clock is the simulator's and not a call's: clockSkew goes with from and until only", "match", "leave method, path, client, query and body out");
        }
    }

    private static bool GoTogether(List<FaultEffect> effects)
    {
        int Count(FaultPlace place) => effects.Count(effect => effect.Place == place);

        var executes = effects.TrueForAll(effect => effect.Executes);
        return Count(FaultPlace.Answer) <= 1 && Count(FaultPlace.Sending) <= 1
            && (Count(FaultPlace.Alone) == 0 || effects.Count == 1)
            && (Count(FaultPlace.Work) == 0 || executes);
    }

    private static bool Applied(ControlInput input) => input.Flag("applied") ?? false;

    private static bool Mark(ControlInput input, string name) => input.Flag(name) switch
    {
        null => false,
        true => true,
        false => throw input.Wrong(name, "cannot be false", "write true or leave it out"),
    };
}
