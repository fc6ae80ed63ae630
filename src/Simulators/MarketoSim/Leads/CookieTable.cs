using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Whose browser is whose: tokens of Munchkin cookies with the person, known or anonymous, that their visits belong to.</summary>
internal sealed class CookieTable
{
    private readonly ForkableMap<string, int> people;

    public CookieTable() => people = new(StringComparer.Ordinal);

    private CookieTable(CookieTable other) => people = other.people.Fork();

    public int? Find(string token) => people.TryGetValue(token, out var person) ? person : null;

    /// <summary>From now on the browser is this person's.</summary>
    public void Set(string token, int person) => people.Set(token, person);

    public CookieTable Fork() => new(this);
}
