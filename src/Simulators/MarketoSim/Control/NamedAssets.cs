using System.Globalization;
using SfMarketo.Kernel.Control;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Finds what a body names: people by id or e-mail, assets by id or name.</summary>
internal static class NamedAssets
{
    /// <summary>A living person: <c>"person": 1017</c> or <c>"person": "ada@..."</c>.</summary>
    public static int Person(MarketoInstance instance, ControlInput input, string member = "person")
    {
        var help = "write the person's id, or their e-mail in quotes";
        if (input.IsNumber(member))
        {
            var id = input.RequiredWhole(member, 1, int.MaxValue, help);
            return instance.FindPerson(id) is { IsLive: true } ? id : throw input.Wrong(member, string.Create(CultureInfo.InvariantCulture, $"{id} does not live"), help);
        }

        var email = input.RequiredText(member, help);
        var found = instance.FindPeople("email", email);
        return found.Count == 1 ? found[0] : throw input.Wrong(
            member,
            found.Count == 0 ? "is nobody's e-mail" : string.Create(CultureInfo.InvariantCulture, $"is the e-mail of {found.Count} people"),
            found.Count == 0 ? help : $"write the id of one: {string.Join(", ", found)}");
    }

    /// <summary>An asset's id: <c>"program": 1001</c> or <c>"program": "Spring Nurture"</c>.</summary>
    public static int Asset<T>(ControlInput input, string member, IEnumerable<T> all, Func<T, int> id, Func<T, string> name) =>
        Find(input, member, all, id, name) ?? throw input.Missing(member, Help(member, all, name));

    /// <summary>As <see cref="Asset{T}"/>; null when the member is not there.</summary>
    public static int? Find<T>(ControlInput input, string member, IEnumerable<T> all, Func<T, int> id, Func<T, string> name)
    {
        if (input.IsNumber(member))
        {
            var number = input.Whole(member, 1, int.MaxValue);
            return all.Any(one => id(one) == number) ? number : throw input.Wrong(member, string.Create(CultureInfo.InvariantCulture, $"{number} does not exist"), Help(member, all, name));
        }

        if (input.Text(member) is not { } text)
        {
            return null;
        }

        foreach (var one in all)
        {
            if (name(one) == text)
            {
                return id(one);
            }
        }

        throw input.Wrong(member, $"'{text}' does not exist", Help(member, all, name));
    }

    private static string Help<T>(string member, IEnumerable<T> all, Func<T, string> name) => $"write the id or the name of a {member}: {string.Join(", ", all.Select(name))}";
}
