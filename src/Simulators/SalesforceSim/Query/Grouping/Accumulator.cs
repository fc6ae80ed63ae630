using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Planning;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Grouping;

/// <summary>An aggregate of one group while its rows come by. Nulls are passed over.</summary>
internal abstract class Accumulator
{
    /// <summary>In the forms of <see cref="Org.Schema.SFieldType"/>.</summary>
    public abstract object? Result { get; }

    public abstract void Add(object value);

    public static Accumulator Of(SoqlFunction function, ValueOrder order, StringComparer texts) => function switch
    {
        SoqlFunction.Count => new Count(),
        SoqlFunction.CountDistinct => new Distinct(texts),
        SoqlFunction.Sum => new Sum(average: false),
        SoqlFunction.Avg => new Sum(average: true),
        SoqlFunction.Min => new Extreme(order, -1),
        _ => new Extreme(order, 1),
    };

    private sealed class Count : Accumulator
    {
        private int count;

        public override object Result => Boxes.Of(count);

        public override void Add(object value) => count++;
    }

    private sealed class Distinct(StringComparer texts) : Accumulator
    {
        private readonly HashSet<string> seenTexts = new(texts);
        private readonly HashSet<object> seen = [];

        public override object Result => Boxes.Of(seenTexts.Count + seen.Count);

        public override void Add(object value) => _ = value is string text ? seenTexts.Add(text) : seen.Add(value);
    }

    private sealed class Sum(bool average) : Accumulator
    {
        private double sum;
        private long whole;
        private int count;
        private bool isWhole = true;

        public override object? Result =>
            count == 0 ? null
            : average ? (sum + whole) / count
            : isWhole && whole == (int)whole ? Boxes.Of((int)whole)
            : sum + whole;

        public override void Add(object value)
        {
            count++;
            if (value is int number)
            {
                whole += number;
                return;
            }

            sum += (double)value;
            isWhole = false;
        }
    }

    private sealed class Extreme(ValueOrder order, int way) : Accumulator
    {
        private object? best;

        public override object? Result => best;

        public override void Add(object value)
        {
            if (best is null || order.Compare(value, best) * way > 0)
            {
                best = value;
            }
        }
    }
}
