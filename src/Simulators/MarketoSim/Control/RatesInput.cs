using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.Engagement;

namespace SfMarketo.MarketoSim.Control;

/// <summary>The shares of <see cref="MailingRates"/> in an action's body, each from 0 to 1.</summary>
internal static class RatesInput
{
    /// <param name="input">The body.</param>
    /// <param name="own">What holds for shares that are left out.</param>
    public static MailingRates Read(ControlInput input, MailingRates own) => new()
    {
        HardBounces = input.Share("hardBounces") ?? own.HardBounces,
        SoftBounces = input.Share("softBounces") ?? own.SoftBounces,
        Opens = input.Share("opens") ?? own.Opens,
        Clicks = input.Share("clicks") ?? own.Clicks,
        Unsubscribes = input.Share("unsubscribes") ?? own.Unsubscribes,
        BotOpens = input.Share("botOpens") ?? own.BotOpens,
        BotClicks = input.Share("botClicks") ?? own.BotClicks,
    };
}
