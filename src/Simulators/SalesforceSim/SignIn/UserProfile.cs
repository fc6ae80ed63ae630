using System.Buffers;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Soap;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>A user as the identity URL and <c>userinfo</c> show them, with all members of salesforce-rest.md section 1.5.</summary>
/// <param name="org">The org.</param>
/// <param name="call">The call, for addresses.</param>
/// <param name="user">Present row.</param>
/// <param name="latest">Fills the newest version into the URLs; else <c>{version}</c> stays for the client to fill in.</param>
internal sealed class UserProfile(SalesforceOrg org, SimCall call, SRow user, bool latest)
{
    private readonly string instance = org.Options.InstanceUrl ?? call.Origin();
    private readonly string version = latest ? string.Create(CultureInfo.InvariantCulture, $"{org.Switches.ApiMaxVersion}.0") : "{version}";

    public void WriteIdentity(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, IdentityEndpoints.IdUrl(org, call, user.Id));
        json.WriteBoolean("asserted_user"u8, ((Session)call.Session!).User.Id == user.Id);
        json.WriteString("user_id"u8, user.Id);
        json.WriteString("organization_id"u8, org.OrganizationId);
        Write(json, "username", "Username");
        Write(json, "nick_name", "CommunityNickname");
        Write(json, "display_name", "Name");
        Write(json, "email", "Email");
        json.WriteBoolean("email_verified"u8, true);
        Write(json, "first_name", "FirstName");
        Write(json, "last_name", "LastName");
        Write(json, "timezone", "TimeZoneSidKey");
        WritePhotos(json);
        Write(json, "addr_street", "Street");
        Write(json, "addr_city", "City");
        Write(json, "addr_state", "State");
        Write(json, "addr_country", "Country");
        Write(json, "addr_zip", "PostalCode");
        Write(json, "mobile_phone", "MobilePhone");
        json.WriteBoolean("mobile_phone_verified"u8, false);
        json.WriteBoolean("is_lightning_login_user"u8, false);
        json.WriteStartObject("status"u8);
        json.WriteNull("created_date"u8);
        json.WriteNull("body"u8);
        json.WriteEndObject();
        WriteUrls(json);
        WriteEnd(json);
        json.WriteString("last_modified_date"u8, ModifiedAt());
        json.WriteBoolean("is_app_installed"u8, true);
        json.WriteEndObject();
    }

    public void WriteUserInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("sub"u8, IdentityEndpoints.IdUrl(org, call, user.Id));
        json.WriteString("user_id"u8, user.Id);
        json.WriteString("organization_id"u8, org.OrganizationId);
        Write(json, "preferred_username", "Username");
        Write(json, "nickname", "CommunityNickname");
        Write(json, "name", "Name");
        Write(json, "email", "Email");
        json.WriteBoolean("email_verified"u8, true);
        Write(json, "given_name", "FirstName");
        Write(json, "family_name", "LastName");
        Write(json, "zoneinfo", "TimeZoneSidKey");
        WritePhotos(json);
        json.WriteString("profile"u8, $"{instance}/{user.Id}");
        json.WriteString("picture"u8, instance + "/profilephoto/005/F");
        json.WriteStartObject("address"u8);
        json.WriteEndObject();
        Write(json, "phone_number", "MobilePhone");
        json.WriteBoolean("phone_number_verified"u8, false);
        WriteUrls(json);
        WriteEnd(json);
        json.WriteString("updated_at"u8, ModifiedAt());
        json.WriteBoolean("is_app_installed"u8, true);
        json.WriteEndObject();
    }

    /// <summary>The identity as XML: the same members as elements of <c>user</c>.</summary>
    public void WriteXml(IBufferWriter<byte> output)
    {
        var buffer = new ArrayBufferWriter<byte>(2_048);
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteIdentity(json);
        }

        var xml = new XmlOutput(output);
        xml.Declaration();
        xml.Start("user", "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        JsonAsXml.WriteMembers(xml, buffer.WrittenMemory, nulls: true);
        xml.End("user");
    }

    // Fields that the org's schema has not are empty.
    private void Write(Utf8JsonWriter json, string name, string field) => json.WriteString(name, user.Type.Find(field) is { } known ? user.Text(known.Number) : null);

    private void WritePhotos(Utf8JsonWriter json)
    {
        json.WriteStartObject("photos"u8);
        json.WriteString("picture"u8, instance + "/profilephoto/005/F");
        json.WriteString("thumbnail"u8, instance + "/profilephoto/005/T");
        json.WriteEndObject();
    }

    private void WriteUrls(Utf8JsonWriter json)
    {
        var (soap, rest) = (instance + "/services/Soap/", $"{instance}/services/data/v{version}/");
        var place = $"/{version}/{org.OrganizationId[..15]}";
        json.WriteStartObject("urls"u8);
        json.WriteString("enterprise"u8, soap + "c" + place);
        json.WriteString("metadata"u8, soap + "m" + place);
        json.WriteString("partner"u8, soap + "u" + place);
        json.WriteString("rest"u8, rest);
        json.WriteString("sobjects"u8, rest + "sobjects/");
        json.WriteString("search"u8, rest + "search/");
        json.WriteString("query"u8, rest + "query/");
        json.WriteString("recent"u8, rest + "recent/");
        json.WriteString("tooling_soap"u8, soap + "T" + place);
        json.WriteString("tooling_rest"u8, rest + "tooling/");
        json.WriteString("profile"u8, $"{instance}/{user.Id}");
        json.WriteString("feeds"u8, rest + "chatter/feeds");
        json.WriteString("groups"u8, rest + "chatter/groups");
        json.WriteString("users"u8, rest + "chatter/users");
        json.WriteString("feed_items"u8, rest + "chatter/feed-items");
        json.WriteString("feed_elements"u8, rest + "chatter/feed-elements");
        json.WriteString("custom_domain"u8, instance);
        json.WriteEndObject();
    }

    private void WriteEnd(Utf8JsonWriter json)
    {
        json.WriteBoolean("active"u8, user[user.Type.Field("IsActive")] is true);
        json.WriteString("user_type"u8, "STANDARD"u8);
        Write(json, "language", "LanguageLocaleKey");
        Write(json, "locale", "LocaleSidKey");
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(user.Text(user.Type.Field("TimeZoneSidKey").Number) ?? "UTC") ?? DateTimeZone.Utc;
        json.WriteNumber("utcOffset"u8, zone.GetZoneInterval(Instant.FromDateTimeOffset(Micros.ToInstant(call.WallNow))).StandardOffset.Milliseconds);
    }

    private string ModifiedAt() => Micros.ToInstant((long)user[SystemFields.LastModifiedDate]!).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
