using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Grouping;

/// <summary>Makes rows of groups: first the grouped values, then the aggregates, by number.</summary>
/// <param name="groups">What rows are grouped by; empty for one group of all rows.</param>
/// <param name="kind">Whether subtotals are made.</param>
/// <param name="slots">The aggregates.</param>
/// <param name="having">Null when all groups pass.</param>
internal sealed class GroupPlan(IReadOnlyList<BoundValue> groups, GroupKind kind, IReadOnlyList<AggregateSlot> slots, Predicate? having)
{
    /// <summary>The object of the rows.</summary>
    public static SObjectType Type { get; } = new(0, 0, "AggregateResult", "000", "Aggregate Result", "Aggregate Results", [], writable: false);

    public IReadOnlyList<BoundValue> Groups => groups;

    /// <summary>The groups that pass, in the order in which they were met.</summary>
    public List<SRow> Run(IEnumerable<SRow> rows, QueryScope scope)
    {
        var sets = Sets().Select(set => new GroupSet(set, new Dictionary<object?[], Accumulator[]>(new GroupKeys(groups)), [])).ToArray();
        var values = new object?[groups.Count];
        var key = new object?[groups.Count];
        var arguments = new object?[slots.Count];
        if (groups.Count == 0)
        {
            sets[0].Find([], slots);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = GroupKeys.Read(groups[i], groups[i].Read(row, scope));
            }

            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = slots[i].Group < 0 ? slots[i].Argument.Read(row, scope) : null;
            }

            foreach (var set in sets)
            {
                for (var i = 0; i < key.Length; i++)
                {
                    key[i] = set.Has(i) ? values[i] : null;
                }

                Add(set.Find(key, slots), arguments);
            }
        }

        return Rows(sets, scope);
    }

    private static void Add(Accumulator[] accumulators, object?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is { } value)
            {
                accumulators[i].Add(value);
            }
        }
    }

    private List<SRow> Rows(GroupSet[] sets, QueryScope scope)
    {
        List<SRow> found = [];
        var number = 0;
        foreach (var set in sets)
        {
            foreach (var (key, accumulators) in set.InOrder)
            {
                var values = new object?[groups.Count + slots.Count];
                key.CopyTo(values, 0);
                for (var i = 0; i < slots.Count; i++)
                {
                    values[groups.Count + i] = slots[i].Group >= 0 ? Boxes.Of(set.Has(slots[i].Group) ? 0 : 1) : accumulators[i].Result;
                }

                var row = new SRow(Type, number++, 0, deleted: false, values);
                if (having is null || having.Test(row, scope))
                {
                    found.Add(row);
                }
            }
        }

        return found;
    }

    /// <summary>Bit sets of the expressions that stand in the groups of each kind, the fullest first.</summary>
    private IEnumerable<int> Sets()
    {
        var all = (1 << groups.Count) - 1;
        return kind switch
        {
            GroupKind.Rollup => Enumerable.Range(0, groups.Count + 1).Select(left => all >> left),
            GroupKind.Cube => Enumerable.Range(0, all + 1).Select(set => all - set),
            _ => [all],
        };
    }

    private sealed record GroupSet(int Members, Dictionary<object?[], Accumulator[]> ByKey, List<(object?[] Key, Accumulator[] Accumulators)> InOrder)
    {
        public bool Has(int group) => (Members >> group & 1) == 1;

        public Accumulator[] Find(object?[] key, IReadOnlyList<AggregateSlot> slots)
        {
            if (!ByKey.TryGetValue(key, out var accumulators))
            {
                accumulators = [.. slots.Select(slot => slot.Start())];
                object?[] kept = [.. key];
                ByKey.Add(kept, accumulators);
                InOrder.Add((kept, accumulators));
            }

            return accumulators;
        }
    }
}
