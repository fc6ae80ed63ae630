using CsCheck;
using SfMarketo.Sync;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.Flows;

/// <summary>Opt-outs and opt-ins on both sides, with and without evidence, in any order with reads, writes and lost answers (engine.md A17).</summary>
public sealed class ConsentProperties
{
    private static readonly Gen<(What What, Fate Fate)[]> Steps =
        Gen.Select(Gen.Int[0, (int)What.SendToSalesforce], Gen.Int[0, 2], static (what, fate) => ((What)what, (Fate)fate)).Array[0, 50];

    [Fact]
    public void An_opt_out_is_never_lost_and_both_sides_agree_in_the_end() => Steps.Sample(steps =>
    {
        var world = new TwoFlags();
        foreach (var (what, fate) in steps)
        {
            world.Do(what, fate);
        }

        world.Settle().Should().BeTrue("writes must end");
        world.Row.Should().Be(world.Person, "both sides agree");
        if (world.LastWordIsOut)
        {
            world.Row.Should().BeTrue("the last word of a human was the opt-out");
        }
    }, iter: 20_000, print: steps => string.Join(' ', steps.Select(step => step.What + (step.What >= What.SendToMarketo ? ":" + step.Fate : ""))));

    [Fact]
    public void Without_evidence_the_engine_never_writes_false() => Steps.Sample(steps =>
    {
        var world = new TwoFlags();
        foreach (var (what, fate) in steps)
        {
            if (what is not (What.Untick or What.OptIn))
            {
                world.Do(what, fate);
            }
        }

        world.Settle();
        world.FalseWrites.Should().Be(0);
        world.Row.Should().Be(world.EverOut);
        world.Person.Should().Be(world.EverOut);
    }, iter: 5_000);

    private enum What
    {
        Tick,
        Untick,
        OptOut,
        OptIn,
        SetBack,
        ReadRow,
        ReadLog,
        ReadPerson,
        SendToMarketo,
        SendToSalesforce,
    }

    private enum Fate
    {
        Arrives,
        AnswerLost,
        RequestLost,
    }

    /// <summary>Both flags, Marketo's log, and an outbox each, sent as the effects do it: after a lost answer the target is read before anything is sent again.</summary>
    private sealed class TwoFlags
    {
        private readonly Link agreed = Pairs.Agreed().Link;
        private readonly FieldBag toMarketo = new();
        private readonly FieldBag toSalesforce = new();
        private readonly Queue<(bool Own, Field Mark, bool Value)> log = [];
        private FieldBag? wantedRead;
        private bool verifyMarketo;
        private bool verifySalesforce;
        private int clock;
        private int stamp = 1;
        private int processedStamp = 1;
        private int sent;
        private bool seenRow;
        private bool isUntickUnseen;
        private bool? wordBeforeUntick;

        public bool Row { get; private set; }

        public bool Person { get; private set; }

        public bool LastWordIsOut { get; private set; }

        public bool EverOut { get; private set; }

        public int FalseWrites { get; private set; }

        private Pair Pair => new(agreed with { SalesforceStamp = processedStamp }, toMarketo, toSalesforce);

        public void Do(What what, Fate fate)
        {
            clock++;
            switch (what)
            {
                case What.Tick when !Row:
                    // Un-ticked and ticked between two reads is no change that polling can see, nor is a tick that the engine is about to set itself.
                    LastWordIsOut = isUntickUnseen ? wordBeforeUntick ?? LastWordIsOut : LastWordIsOut || toSalesforce["HasOptedOutOfEmail"].AsBoolean() != true;
                    isUntickUnseen = false;
                    (Row, EverOut) = (true, true);
                    stamp++;
                    break;
                case What.Untick when Row:
                    wordBeforeUntick = LastWordIsOut;
                    isUntickUnseen = seenRow;
                    (Row, LastWordIsOut) = (false, false);
                    stamp++;
                    break;
                case What.OptOut when !Person:
                    (Person, EverOut, LastWordIsOut) = (true, true, true);
                    wordBeforeUntick = null;
                    Log(ConsentMarks.OptedOut, (decimal)clock);
                    break;
                case What.OptIn when Person:
                    (Person, LastWordIsOut) = (false, false);
                    wordBeforeUntick = null;
                    Log(ConsentMarks.OptedIn, (decimal)clock);
                    break;
                case What.SetBack when Person:
                    Person = false;
                    Log(ConsentMarks.Denied, true);
                    break;
                case What.ReadRow:
                    ReadRow();
                    break;
                case What.ReadLog:
                    ReadLog();
                    break;
                case What.ReadPerson:
                    ReadPerson();
                    break;
                case What.SendToMarketo when !verifyMarketo:
                    SendToMarketo(fate);
                    break;
                case What.SendToSalesforce when !verifySalesforce:
                    SendToSalesforce(fate);
                    break;
            }
        }

        public bool Settle()
        {
            for (var round = 0; round < 12; round++)
            {
                sent = 0;
                ReadLog();
                ReadPerson();
                ReadRow();
                Do(What.SendToMarketo, Fate.Arrives);
                Do(What.SendToSalesforce, Fate.Arrives);
                if (sent == 0 && log.Count == 0 && wantedRead is null)
                {
                    return true;
                }
            }

            return false;
        }

        private void Log(string mark, FieldValue value, bool own = false) => log.Enqueue((own, new Field(mark, value), Person));

        private void ReadRow()
        {
            seenRow = Row;
            isUntickUnseen = false;
            var row = Pairs.Row().With("HasOptedOutOfEmail", Row).With("SystemModstamp", WireTime.Milliseconds(Micros.ToInstant(stamp)));
            var result = Pairs.Flow.FromSalesforce(Pair with { Link = agreed with { SalesforceStamp = processedStamp == stamp ? RecordVersions.StampOf(row) : -1 } }, row);
            Take(result);
            processedStamp = stamp;
            verifySalesforce = false;
            if (result.ReadMarketo)
            {
                wantedRead ??= new FieldBag();
            }
        }

        private void ReadLog()
        {
            while (log.TryDequeue(out var change))
            {
                var known = agreed.Shadow.Marketo(FieldMap.Seed.ConsentIndex) == Pairs.Canonical.Hash(FieldType.Boolean, change.Value);
                if (!known || wantedRead is not null || (change.Mark.Name == ConsentMarks.OptedOut && !change.Own))
                {
                    (wantedRead ??= new FieldBag()).Set(change.Mark.Name, change.Mark.Value);
                }
            }
        }

        private void ReadPerson()
        {
            var person = Pairs.Person().With("unsubscribed", Person);
            if (wantedRead is { } marks)
            {
                ConsentMarks.Carry(marks, person);
                if (log.Count == 0 && marks.TryGet(ConsentMarks.Suspect, out _))
                {
                    person.Set(ConsentMarks.Denied, true);
                }

                wantedRead = null;
            }

            var result = Pairs.Flow.FromMarketo(Pair, person);
            Take(result);
            verifyMarketo = false;
            if (result.ReadSalesforce)
            {
                ReadRow();
            }

            if (result.IsSuspect)
            {
                wantedRead = new FieldBag { { ConsentMarks.Suspect, 1m } };
            }
        }

        private void Take(FieldSyncResult result)
        {
            result.Withdrawn.ForEach(name => toSalesforce.Remove(name));
            PairWrites.AddAll(toMarketo, result.ToMarketo);
            PairWrites.AddAll(toSalesforce, result.ToSalesforce);
        }

        private void SendToMarketo(Fate fate)
        {
            var index = FieldMap.Seed.ConsentIndex;
            if (!toMarketo.TryGet("unsubscribed", out var value) || Hash(value) == agreed.Shadow.Marketo(index))
            {
                toMarketo.Remove("unsubscribed");
                return;
            }

            sent++;
            ConsentPolicy.Forget(FieldMap.Seed, agreed.Shadow, toMarketo, null);
            FalseWrites += value.AsBoolean() == false ? 1 : 0;
            if (fate != Fate.RequestLost && Person != value.AsBoolean())
            {
                Person = value.AsBoolean() == true;
                Log(Person ? ConsentMarks.OptedOut : ConsentMarks.Denied, Person ? clock : true, own: true);
            }

            verifyMarketo = fate != Fate.Arrives;
            if (fate == Fate.Arrives)
            {
                toMarketo.Remove("unsubscribed");
                agreed.Shadow.SetMarketo(index, Hash(value));
            }
        }

        private void SendToSalesforce(Fate fate)
        {
            var index = FieldMap.Seed.ConsentIndex;
            if (!toSalesforce.TryGet("HasOptedOutOfEmail", out var value) || Hash(value) == agreed.Shadow.Salesforce(index))
            {
                toSalesforce.Remove("HasOptedOutOfEmail");
                return;
            }

            sent++;
            ConsentPolicy.Forget(FieldMap.Seed, agreed.Shadow, toSalesforce, agreed.Object);
            FalseWrites += value.AsBoolean() == false ? 1 : 0;
            if (fate != Fate.RequestLost)
            {
                seenRow = Row = value.AsBoolean() == true;
                isUntickUnseen = false;
                stamp++;
            }

            verifySalesforce = fate != Fate.Arrives;
            if (fate == Fate.Arrives)
            {
                toSalesforce.Remove("HasOptedOutOfEmail");
                agreed.Shadow.SetSalesforce(index, Hash(value));
            }
        }

        private static ulong Hash(FieldValue value) => Pairs.Canonical.Hash(FieldType.Boolean, value);
    }
}
