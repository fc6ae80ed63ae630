using System.Globalization;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>A smart list with its fields and values found: whether an event starts the campaign, and whether a person takes part.</summary>
internal sealed class SmartList
{
    private readonly MarketoInstance instance;
    private readonly Func<TriggerEvent, bool>[] triggers;
    private readonly Func<PersonRow, bool>[] filters;

    /// <exception cref="ArgumentException">A trigger or filter names a field that people do not have, or a value that it does not take.</exception>
    public SmartList(MarketoInstance instance, MarketoCampaign campaign)
    {
        this.instance = instance;
        triggers = [.. campaign.Triggers.Select(Bind)];
        filters = [.. campaign.Filters.Select(Bind)];
    }

    /// <summary>Of filters alone: nothing starts it.</summary>
    /// <exception cref="ArgumentException">A filter names a field that people do not have, or a value that it does not take.</exception>
    public SmartList(MarketoInstance instance, IReadOnlyList<SmartListFilter> filters)
    {
        this.instance = instance;
        triggers = [];
        this.filters = [.. filters.Select(Bind)];
    }

    public bool HasTriggers => triggers.Length > 0;

    public bool HasFilters => filters.Length > 0;

    public bool Starts(in TriggerEvent happened)
    {
        foreach (var trigger in triggers)
        {
            if (trigger(happened))
            {
                return true;
            }
        }

        return false;
    }

    public bool Contains(PersonRow row)
    {
        foreach (var filter in filters)
        {
            if (!filter(row))
            {
                return false;
            }
        }

        return true;
    }

    private Func<TriggerEvent, bool> Bind(SmartListTrigger trigger)
    {
        switch (trigger)
        {
            case SmartListTrigger.DataValueChanges(var name, var value):
                var (field, wanted) = Cell(name, value);
                return happened => happened.Kind == TriggerKind.DataValueChanged && happened.Subject == field.Number && (value is null || Equals(happened.Value, wanted));
            case SmartListTrigger.ScoreChanges:
                return happened => happened.Kind == TriggerKind.ScoreChanged;
            case SmartListTrigger.StatusChanges(var program, var status):
                return happened => happened.Kind == TriggerKind.StatusChanged && happened.Subject == program && (status is null || Equals(happened.Value, status));
            case SmartListTrigger.FormFilled(var form):
                return happened => happened.Kind == TriggerKind.FormFilled && (form is null || happened.Subject == form);
            case SmartListTrigger.EmailClicked(var email, var link, var bots):
                return happened => happened.Kind == TriggerKind.EmailClicked && (email is null || happened.Subject == email)
                    && (link is null || Equals(happened.Value, link)) && (bots || !happened.IsBot);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Func<PersonRow, bool> Bind(SmartListFilter filter)
    {
        switch (filter)
        {
            case SmartListFilter.FieldIs(var name, var value):
                var (field, wanted) = Cell(name, value);
                return row => Same(row.Values[field.Number], wanted);
            case SmartListFilter.FieldIsNot(var name, var value):
                var (other, unwanted) = Cell(name, value);
                return row => !Same(row.Values[other.Number], unwanted);
            case SmartListFilter.FieldAtLeast(var name, var least):
                var number = instance.FieldOf(name);
                return row => Convert.ToDecimal(row.Values[number.Number] ?? 0, CultureInfo.InvariantCulture) >= least;
            case SmartListFilter.InList(var list):
                return row => instance.Store.Lists.Contains(list, row.Id);
            case SmartListFilter.NotInList(var list):
                return row => !instance.Store.Lists.Contains(list, row.Id);
            case SmartListFilter.InProgram(var program, var status):
                return row => instance.Store.Members.Find(program, row.Id) is { } member && (status is null || member.Status == status);
            case SmartListFilter.NotInProgram(var program):
                return row => instance.Store.Members.Find(program, row.Id) is null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private (PersonField Field, object? Value) Cell(string name, object? value)
    {
        var field = instance.FieldOf(name);
        return (field, value is null ? null : instance.ValueOf(field, value));
    }

    /// <summary>Smart lists compare text without case.</summary>
    private static bool Same(object? one, object? other) =>
        one is string text && other is string wanted ? string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase) : Equals(one, other);
}
