using SfMarketo.SalesforceSim.Tooling;

namespace SfMarketo.SalesforceSim;

/// <content>The org as the Tooling API shows it.</content>
public sealed partial class SalesforceOrg
{
    private ToolingStore? tooling;

    /// <summary>Made on first use, and anew when the schema is another one.</summary>
    internal ToolingStore Tooling
    {
        get
        {
            if (tooling?.Described != Store.Schema)
            {
                tooling = new ToolingStore(Store, Query);
            }

            return tooling;
        }
    }
}
