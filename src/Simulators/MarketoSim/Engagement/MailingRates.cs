namespace SfMarketo.MarketoSim.Engagement;

/// <summary>What becomes of an e-mail that is sent, as shares; people and machines apart.</summary>
/// <remarks>Source of the defaults: shared/reference/practice.md section 5, a customer of middle size: of 60,000 sends 25,000 opens and 2,000 clicks a day, 40 to 60% of opens and 15 to 30% of clicks by machines. Bounces and unsubscribes are our choice.</remarks>
public sealed record MailingRates
{
    public static MailingRates Usual { get; } = new();

    /// <summary>All is delivered, and nobody opens anything.</summary>
    public static MailingRates None { get; } = new() { HardBounces = 0, SoftBounces = 0, Opens = 0, Clicks = 0, Unsubscribes = 0, BotOpens = 0, BotClicks = 0 };

    /// <summary>Of what is sent: Email Bounced (8), and the address is invalid from then on.</summary>
    public double HardBounces { get; init; } = 0.005;

    /// <summary>Of what is sent: Email Bounced Soft (27).</summary>
    public double SoftBounces { get; init; } = 0.015;

    /// <summary>Of what is delivered: opened by the person.</summary>
    public double Opens { get; init; } = 0.2;

    /// <summary>Of what the person opens: clicked by the person.</summary>
    public double Clicks { get; init; } = 0.13;

    /// <summary>Of what the person opens: Unsubscribe Email (9).</summary>
    public double Unsubscribes { get; init; } = 0.01;

    /// <summary>Of what is delivered: opened by a machine, within the first minute.</summary>
    public double BotOpens { get; init; } = 0.21;

    /// <summary>Of what a machine opens: clicked by it.</summary>
    public double BotClicks { get; init; } = 0.035;
}
