namespace SfMarketo.MarketoSim.Consent;

/// <summary>The master status of e-mail addresses: those that are unsubscribed, whether or not a person has them now.</summary>
internal sealed class ConsentTable
{
    private readonly HashSet<string> unsubscribed;

    public ConsentTable() => unsubscribed = new(StringComparer.OrdinalIgnoreCase);

    private ConsentTable(ConsentTable other) => unsubscribed = new(other.unsubscribed, StringComparer.OrdinalIgnoreCase);

    public bool IsUnsubscribed(string email) => unsubscribed.Contains(email);

    public void Set(string email, bool isUnsubscribed)
    {
        if (isUnsubscribed)
        {
            unsubscribed.Add(email);
        }
        else
        {
            unsubscribed.Remove(email);
        }
    }

    public ConsentTable Fork() => new(this);
}
