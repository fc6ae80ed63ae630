using CsCheck;
using SfMarketo.Sync;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.Flows;

/// <summary>Two sides that exchange their versions by the flow: whatever people edit, whenever versions are read and whenever writes are sent.</summary>
public sealed class FieldSyncProperties
{
    private static readonly (string Row, string Person)[] Names =
        [("FirstName", "firstName"), ("Company", "company"), ("Status", "leadStatus"), ("MobilePhone", "mobilePhone"), ("Lead_Score__c", "leadScore")];

    private static readonly Gen<(int What, int Field, int Value)[]> Steps =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, Names.Length - 1], Gen.Int[1, 3]).Array[0, 60];

    [Fact]
    public void Once_people_stop_both_sides_agree_and_the_owner_has_its_last_word() => Steps.Sample(steps =>
    {
        var world = new TwoSides();
        foreach (var (what, field, value) in steps)
        {
            world.Do(what, field, field == 4 ? value : "v" + value);
        }

        world.Settle().Should().BeTrue("writes must end");
        for (var field = 0; field < Names.Length; field++)
        {
            world.Row[Names[field].Row].Should().Be(world.Person[Names[field].Person], Names[field].Row);
        }

        world.Row["FirstName"].Should().Be(world.LastRow[0], "Salesforce owns the first name");
        world.Person["leadScore"].Should().Be(world.LastPerson[4], "Marketo owns the score");
    }, iter: 3_000);

    /// <summary>Both records, and an outbox for each side that is sent at any time later, as the effects do it.</summary>
    private sealed class TwoSides
    {
        private readonly Link link = Pairs.Agreed().Link;
        private readonly FieldBag toMarketo = new();
        private readonly FieldBag toSalesforce = new();
        private int sent;

        public FieldBag Row { get; } = Pairs.Row();

        public FieldBag Person { get; } = Pairs.Person();

        public FieldValue[] LastRow { get; } = [.. Names.Select(name => Pairs.Row()[name.Row])];

        public FieldValue[] LastPerson { get; } = [.. Names.Select(name => Pairs.Person()[name.Person])];

        private Pair Pair => new(link, toMarketo, toSalesforce);

        public void Do(int what, int field, FieldValue value)
        {
            switch (what)
            {
                case 0: Row.Set(Names[field].Row, value); LastRow[field] = value; break;
                case 1: Person.Set(Names[field].Person, value); LastPerson[field] = value; break;
                case 2: ReadSalesforce(); break;
                case 3: ReadMarketo(); break;
                case 4: Send(toMarketo, Person, salesforce: false); break;
                default: Send(toSalesforce, Row, salesforce: true); break;
            }
        }

        public bool Settle()
        {
            for (var round = 0; round < 8; round++)
            {
                sent = 0;
                Do(2, 0, default);
                Do(3, 0, default);
                Do(4, 0, default);
                Do(5, 0, default);
                if (sent == 0)
                {
                    return true;
                }
            }

            return false;
        }

        private void ReadSalesforce()
        {
            var result = Pairs.Flow.FromSalesforce(Pair, Row);
            result.Withdrawn.ForEach(name => toSalesforce.Remove(name));
            Want(toMarketo, result.ToMarketo);
            if (result.ReadMarketo)
            {
                ReadMarketo();
            }
        }

        private void ReadMarketo()
        {
            var result = Pairs.Flow.FromMarketo(Pair, Person);
            Want(toSalesforce, result.ToSalesforce);
            if (result.ReadSalesforce)
            {
                ReadSalesforce();
            }
        }

        private static void Want(FieldBag outbox, FieldBag fields)
        {
            foreach (var field in fields)
            {
                outbox.Set(field.Name, field.Value);
            }
        }

        private void Send(FieldBag outbox, FieldBag target, bool salesforce)
        {
            var map = FieldMap.Seed;
            foreach (var field in outbox.ToList())
            {
                outbox.Remove(field.Name);
                var index = salesforce ? map.IndexOfSalesforce(link.Object, field.Name) : map.IndexOfMarketo(field.Name);
                var hash = Pairs.Canonical.Hash(map.Fields[index].Type, field.Value);
                if (hash == (salesforce ? link.Shadow.Salesforce(index) : link.Shadow.Marketo(index)))
                {
                    continue;
                }

                sent++;
                target.Set(field.Name, field.Value);
                if (salesforce)
                {
                    link.Shadow.SetSalesforce(index, hash);
                }
                else
                {
                    link.Shadow.SetMarketo(index, hash);
                }
            }
        }
    }
}
