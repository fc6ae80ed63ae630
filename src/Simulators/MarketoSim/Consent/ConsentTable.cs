using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Consent;

/// <summary>The master status of e-mail addresses: those that are unsubscribed, whether or not a person has them now.</summary>
internal sealed class ConsentTable
{
    private readonly ForkableMap<string, bool> unsubscribed;

    public ConsentTable() => unsubscribed = new(StringComparer.OrdinalIgnoreCase);

    private ConsentTable(ConsentTable other) => unsubscribed = other.unsubscribed.Fork();

    public bool IsUnsubscribed(string email) => unsubscribed.ContainsKey(email);

    public void Set(string email, bool isUnsubscribed)
    {
        if (isUnsubscribed)
        {
            unsubscribed.TryAdd(email, true);
        }
        else
        {
            unsubscribed.Remove(email);
        }
    }

    public ConsentTable Fork() => new(this);
}
