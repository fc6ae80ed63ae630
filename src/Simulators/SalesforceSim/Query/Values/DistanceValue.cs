using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;
using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary>The way over the ground from an address to a place (SOQL Reference, "Location-Based SOQL Queries"): haversine, as the vendor says.</summary>
internal sealed class DistanceValue(BoundValue address, DistanceTerm term) : BoundValue(ResultFields.Of("DISTANCE", SFieldType.Double), term.At)
{
    private const double EarthKilometres = 6371.0088;
    private const double KilometresInMile = 1.609344;

    public override object? Read(SRow row, QueryScope scope) =>
        address.Read(row, scope) is AddressValue { Latitude: { } latitude, Longitude: { } longitude } ? Distance(latitude, longitude) : null;

    public override string ToString() => FormattableString.Invariant($"DISTANCE({address}, GEOLOCATION({term.Latitude}, {term.Longitude}), '{(term.Kilometres ? "km" : "mi")}')");

    private double Distance(double latitude, double longitude)
    {
        var north = Math.Sin(Radians(term.Latitude - latitude) / 2);
        var east = Math.Sin(Radians(term.Longitude - longitude) / 2);
        var chord = north * north + Math.Cos(Radians(latitude)) * Math.Cos(Radians(term.Latitude)) * east * east;
        var kilometres = 2 * EarthKilometres * Math.Asin(Math.Sqrt(Math.Min(1, chord)));
        return term.Kilometres ? kilometres : kilometres / KilometresInMile;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
