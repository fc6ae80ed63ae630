using CsCheck;
using SfMarketo.Sync;
using SfMarketo.Sync.Flows;

namespace SfMarketo.Tests.Sync.Flows;

/// <summary>Two sides that exchange their versions by the flow, whatever people edit and in whatever order the versions are read.</summary>
public sealed class FieldSyncProperties
{
    private static readonly (string Row, string Person)[] Names =
        [("FirstName", "firstName"), ("Company", "company"), ("Status", "leadStatus"), ("MobilePhone", "mobilePhone"), ("Lead_Score__c", "leadScore")];

    private static readonly Gen<(int Side, int Field, int Value)[]> Edits =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Names.Length - 1], Gen.Int[1, 4]).Array[0, 40];

    [Fact]
    public void Once_people_stop_both_sides_agree_and_the_owner_has_its_last_word() => Edits.Sample(edits =>
    {
        var world = new TwoSides();
        foreach (var (side, field, value) in edits)
        {
            switch (side)
            {
                case 0: world.Row.Set(Names[field].Row, field == 4 ? value : "v" + value); world.LastRow[field] = world.Row[Names[field].Row]; break;
                case 1: world.Person.Set(Names[field].Person, field == 4 ? value : "v" + value); world.LastPerson[field] = world.Person[Names[field].Person]; break;
                case 2: world.ReadSalesforce(); break;
                default: world.ReadMarketo(); break;
            }
        }

        world.Settle().Should().BeTrue("writes must end");
        for (var field = 0; field < Names.Length; field++)
        {
            world.Row[Names[field].Row].Should().Be(world.Person[Names[field].Person], Names[field].Row);
        }

        world.Row["FirstName"].Should().Be(world.LastRow[0], "Salesforce owns the first name");
        world.Person["leadScore"].Should().Be(world.LastPerson[4], "Marketo owns the score");
    });

    private sealed class TwoSides
    {
        private readonly Pair pair = Pairs.Agreed();

        public FieldBag Row { get; } = Pairs.Row();

        public FieldBag Person { get; } = Pairs.Person();

        public FieldValue[] LastRow { get; } = [.. Names.Select(name => Pairs.Row()[name.Row])];

        public FieldValue[] LastPerson { get; } = [.. Names.Select(name => Pairs.Person()[name.Person])];

        private int Writes { get; set; }

        public void ReadSalesforce()
        {
            var result = Pairs.Flow.FromSalesforce(pair, Row);
            Write(result.ToMarketo, Person, salesforce: false);
            if (result.ReadMarketo)
            {
                ReadMarketo();
            }
        }

        public void ReadMarketo()
        {
            var result = Pairs.Flow.FromMarketo(pair, Person);
            Write(result.ToSalesforce, Row, salesforce: true);
            if (result.ReadSalesforce)
            {
                ReadSalesforce();
            }
        }

        public bool Settle()
        {
            for (var round = 0; round < 6; round++)
            {
                Writes = 0;
                ReadSalesforce();
                ReadMarketo();
                if (Writes == 0)
                {
                    return true;
                }
            }

            return false;
        }

        private void Write(FieldBag fields, FieldBag target, bool salesforce)
        {
            foreach (var field in fields)
            {
                Writes++;
                target.Set(field.Name, field.Value);
                var map = SfMarketo.Sync.Mapping.FieldMap.Seed;
                var index = salesforce ? map.IndexOfSalesforce(pair.Link.Object, field.Name) : map.IndexOfMarketo(field.Name);
                var hash = Pairs.Canonical.Hash(map.Fields[index].Type, field.Value);
                if (salesforce)
                {
                    pair.Link.Shadow.SetSalesforce(index, hash);
                }
                else
                {
                    pair.Link.Shadow.SetMarketo(index, hash);
                }
            }
        }
    }
}
