using SfMarketo.SalesforceSim;

namespace SfMarketo.Tests.Virtual;

/// <content>What people do with e-mails and forms, and the Tasks that tell of it.</content>
internal sealed partial class Stage
{
    /// <summary>The form <c>Contact Us</c>.</summary>
    public const int Form = 5001;

    /// <summary>The e-mail <c>Spring Launch</c>.</summary>
    public const int SpringLaunch = 4001;

    public IReadOnlyList<RowView> Tasks => World.Salesforce.Rows("Task");

    /// <summary>Id of the seller.</summary>
    public string SellerId => World.Salesforce.Rows("User").Single(user => user.Text("Username") == Seller).Id;

    public string QueueId(string name) => World.Salesforce.Rows("Group").Single(group => group.Text("Name") == name).Id;

    public void Fills(int person, string form = "Contact Us", int id = 5001) =>
        World.Marketo.LogActivity(person, "Fill Out Form", id, form, [new("Referrer URL", "https://www.example.com/contact")]);

    public void Clicks(int person, string email = "Spring Launch", int id = 4001, string link = "https://www.example.com/offer") =>
        World.Marketo.LogActivity(person, "Click Email", id, email, [new("Link", link)]);

    public void Opens(int person, string email = "Spring Launch", int id = 4001) => World.Marketo.LogActivity(person, "Open Email", id, email, []);

    /// <summary>A Lead that the seller owns, with its person, linked.</summary>
    public async Task<(string Lead, int Person)> LinkedLeadAsync(string name)
    {
        var lead = CreateLead(name, ("OwnerId", SellerId));
        await WaitAsync(TimeSpan.FromMinutes(3));
        return (lead, PersonOf(lead).Id);
    }
}
