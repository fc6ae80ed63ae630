using System.Globalization;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>Makes statements by the grammar of SOQL, most of them good, over the objects of a schema.</summary>
/// <param name="random">Seeded: the same seed gives the same statements.</param>
/// <param name="schema">Names and types.</param>
internal sealed class SoqlGrammar(Random random, OrgSchema schema)
{
    private static readonly string[] DateFunctions = ["CALENDAR_MONTH", "CALENDAR_QUARTER", "CALENDAR_YEAR", "DAY_IN_MONTH", "DAY_IN_WEEK", "DAY_IN_YEAR", "FISCAL_MONTH", "FISCAL_QUARTER", "FISCAL_YEAR", "WEEK_IN_MONTH", "WEEK_IN_YEAR"];
    private static readonly string[] Texts = ["'a'", "'A%'", "'%a%'", "'_'", "''", @"'O\'Brien'", @"'\u0041\\'", "'x;y'", "'Open - Not Contacted'", "'ann@example.invalid'"];
    private static readonly string[] DateLiterals = ["TODAY", "YESTERDAY", "LAST_WEEK", "THIS_MONTH", "NEXT_QUARTER", "LAST_N_DAYS:3", "NEXT_N_FISCAL_YEARS: 2", "N_WEEKS_AGO:100000", "LAST_90_DAYS", "THIS_FISCAL_QUARTER"];
    private static readonly string[] Comparisons = ["=", "!=", "<>", "<", "<=", ">", ">="];

    public string Statement()
    {
        var type = Pick(schema.Objects);
        return random.Next(4) == 0 ? Groups(type) : Rows(type, 0);
    }

    private string Rows(SObjectType type, int depth, string? from = null)
    {
        var items = Enumerable.Range(0, random.Next(1, 5)).Select(_ => SelectItem(type, depth)).Distinct(StringComparer.OrdinalIgnoreCase);
        var list = depth == 0 && random.Next(12) == 0 ? Pick(["COUNT()", "FIELDS(ALL)", "FIELDS(STANDARD)", "FIELDS(CUSTOM)"]) : string.Join(", ", items);
        var alias = random.Next(6) == 0 ? " x" : "";
        return $"SELECT {list} FROM {from ?? type.Name}{alias}{Maybe(8, depth == 0 ? " USING SCOPE mine" : "")}{Where(type, depth)}"
            + $"{(list == "COUNT()" ? "" : Order(type))}{(list.StartsWith("FIELDS", StringComparison.Ordinal) ? " LIMIT 5" : Limit(depth))}{Maybe(20, depth == 0 ? " FOR VIEW" : "")}";
    }

    private string Groups(SObjectType type)
    {
        var groups = Enumerable.Range(0, random.Next(0, 3)).Select(_ => Group(type)).Distinct(StringComparer.Ordinal).ToList();
        var aggregates = Enumerable.Range(0, random.Next(1, 4)).Select((_, number) => Aggregate(type) + Maybe(2, " a" + number.ToString(CultureInfo.InvariantCulture))).ToList();
        var list = string.Join(", ", groups.Concat(aggregates));
        if (groups.Count == 0)
        {
            return $"SELECT {list} FROM {type.Name}{Where(type, 0)}";
        }

        var form = random.Next(4) switch { 0 => "ROLLUP({0})", 1 => "CUBE({0})", _ => "{0}" };
        return $"SELECT {list} FROM {type.Name}{Where(type, 0)} GROUP BY {form.Replace("{0}", string.Join(", ", groups), StringComparison.Ordinal)}"
            + $"{Maybe(3, $" HAVING COUNT(Id) {Pick(Comparisons)} {random.Next(3)}")}{Maybe(3, " ORDER BY " + Pick(groups) + " DESC")} LIMIT {random.Next(2001)}";
    }

    private string SelectItem(SObjectType type, int depth) => random.Next(12) switch
    {
        0 when depth < 2 && type.Children.Where(child => child.Name is not null).ToList() is { Count: > 0 } children => Child(Pick(children), depth),
        1 when Find(type, field => field.IsPolymorphic && field.RelationshipName is not null) is { } reference => TypeOf(reference),
        2 => $"toLabel({Text(type)}) l{random.Next(9)}",
        3 => $"FORMAT({Any(type)}) f{random.Next(9)}",
        4 => Path(type),
        _ => Any(type),
    };

    private string Child(ChildRelationship child, int depth) => $"({Rows(child.Child, depth + 1, child.Name)})";

    private string TypeOf(SField reference)
    {
        if (schema.Find(Pick(reference.ReferenceTo)) is not { } target)
        {
            return "Id";
        }

        return $"TYPEOF {reference.RelationshipName} WHEN {target.Name} THEN {Any(target)}, {Path(target)}{Maybe(2, " ELSE Name, Id")} END";
    }

    private string Path(SObjectType type)
    {
        var path = "";
        for (var hop = random.Next(3); hop > 0 && Find(type, field => field.RelationshipName is not null) is { } reference; hop--)
        {
            path += reference.RelationshipName + ".";
            if (reference.IsPolymorphic)
            {
                return path + Pick(["Name", "Type", "Id", "Email"]);
            }

            if (schema.Find(reference.ReferenceTo[0]) is not { } target)
            {
                return path + "Id";
            }

            type = target;
        }

        return path + Any(type);
    }

    private string Group(SObjectType type) =>
        random.Next(4) == 0 && Find(type, field => field.Type is SFieldType.Date or SFieldType.DateTime) is { } date ? $"{Pick(DateFunctions)}({date.Name})"
        : Find(type, field => field.Groupable)?.Name ?? "Id";

    private string Aggregate(SObjectType type) =>
        random.Next(2) == 0 && Find(type, field => field.IsDouble || field.Type == SFieldType.Int) is { } number
            ? $"{Pick(["SUM", "AVG", "MIN", "MAX"])}({number.Name})"
            : $"{Pick(["COUNT", "COUNT_DISTINCT", "MIN", "MAX"])}({Any(type)})";

    private string Where(SObjectType type, int depth) => random.Next(3) == 0 ? "" : " WHERE " + Condition(type, depth, 0);

    private string Condition(SObjectType type, int depth, int nesting) => random.Next(nesting > 3 ? 4 : 8) switch
    {
        4 or 5 => string.Join(" AND ", Enumerable.Range(0, random.Next(2, 4)).Select(_ => "(" + Condition(type, depth, nesting + 1) + ")")),
        6 => string.Join(" OR ", Enumerable.Range(0, random.Next(2, 4)).Select(_ => "(" + Condition(type, depth, nesting + 1) + ")")),
        7 => $"(NOT {Leaf(type)})",
        3 when nesting == 0 && depth == 0 && Find(type, field => field.Type == SFieldType.Reference && !field.IsPolymorphic && field.ReferenceTo[0] != type.Name) is { } reference =>
            $"{reference.Name} {Pick(["IN", "NOT IN"])} (SELECT Id FROM {reference.ReferenceTo[0]}{(schema.Find(reference.ReferenceTo[0]) is { } target ? Maybe(2, " WHERE " + Leaf(target)) : "")})",
        _ => Leaf(type),
    };

    private string Leaf(SObjectType type)
    {
        var field = Pick(type.Fields);
        return field.Type switch
        {
            SFieldType.Boolean => $"{field.Name} {Pick(["=", "!="])} {Pick(["TRUE", "false", "null"])}",
            SFieldType.Int or SFieldType.Double or SFieldType.Percent => random.Next(3) == 0 ? $"{field.Name} IN (1, -2.5, null)" : $"{field.Name} {Pick(Comparisons)} {Number()}",
            SFieldType.Currency => $"{field.Name} {Pick(Comparisons)} {Maybe(2, "USD")}{random.Next(9000)}",
            SFieldType.Date when random.Next(4) == 0 => $"{Pick(DateFunctions)}({field.Name}) {Pick(Comparisons)} {random.Next(2030)}",
            SFieldType.Date => $"{field.Name} {Pick(Comparisons)} {Pick(["2026-03-11", "0001-01-01", "9999-12-31", .. DateLiterals])}",
            SFieldType.DateTime when random.Next(4) == 0 => $"DAY_ONLY(convertTimezone({field.Name})) {Pick(Comparisons)} {Pick(["2026-03-11", .. DateLiterals])}",
            SFieldType.DateTime => $"{field.Name} {Pick(Comparisons)} {Pick(["2026-03-11T15:30:00Z", "2026-03-11T15:30:00.123+05:30", "0001-01-01T00:00:00Z", .. DateLiterals])}",
            SFieldType.Id or SFieldType.Reference => $"{field.Name} {Pick(["=", "!=", ">", "<="])} {Pick(["'00Q5g0000004DRgEAM'", "null", "'0015g0000004C92'"])}",
            SFieldType.Address => $"DISTANCE({field.Name}, GEOLOCATION({random.Next(-90, 91)}, {random.Next(-180, 181)}.5), '{Pick(["km", "mi"])}') {Pick(["<", ">"])} {random.Next(5000)}",
            SFieldType.MultiPicklist => $"{field.Name} {Pick(["INCLUDES", "EXCLUDES"])} ({Pick(Texts)}, {Pick(Texts)})",
            _ => random.Next(3) switch
            {
                0 => $"{field.Name} LIKE {Pick(Texts)}",
                1 => $"{field.Name} {Pick(["IN", "NOT IN"])} ({Pick(Texts)}, {Pick(Texts)}, null)",
                _ => $"{field.Name} {Pick(Comparisons)} {Pick(Texts)}",
            },
        };
    }

    private string Order(SObjectType type) =>
        random.Next(2) == 0 ? "" : " ORDER BY " + string.Join(", ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => Path(type) + Pick(["", " ASC", " DESC", " NULLS LAST", " DESC NULLS FIRST"])));

    private string Limit(int depth) => Maybe(2, $" LIMIT {random.Next(300)}") + Maybe(4, depth == 0 ? $" OFFSET {random.Next(2002)}" : "");

    private string Number() => Pick(["0", "-5", "+7.25", "99999999999", "1"]);

    private string Any(SObjectType type) => Pick(type.Fields).Name;

    private string Text(SObjectType type) => Find(type, field => field.IsText)?.Name ?? "Id";

    private SField? Find(SObjectType type, Func<SField, bool> fits)
    {
        var fields = type.Fields.Where(fits).ToList();
        return fields.Count == 0 ? null : Pick(fields);
    }

    private string Maybe(int oneIn, string text) => random.Next(oneIn) == 0 ? text : "";

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
