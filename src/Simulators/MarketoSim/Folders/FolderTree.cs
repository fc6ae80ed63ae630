using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.Folders;

/// <summary>What is where: contents, paths and the program around a place.</summary>
internal static class FolderTree
{
    /// <summary>Folders in folders deeper than any that people make; a cycle cannot be made, but a test's options could have one.</summary>
    private const int MaxDepth = 100;

    public static bool Has(this AssetCatalog assets, AssetPlace place) => place.IsProgram ? assets.Programs.Find(place.Id) is not null : assets.Folders.Find(place.Id) is not null;

    public static string NameOf(this AssetCatalog assets, AssetPlace place) => (place.IsProgram ? assets.Programs.Find(place.Id)?.Name : assets.Folders.Find(place.Id)?.Name) ?? "";

    /// <summary>The place itself and what is around it, innermost first.</summary>
    public static IEnumerable<AssetPlace> Around(this AssetCatalog assets, AssetPlace place)
    {
        for (AssetPlace? at = place; at is { } here && at.Value.Id != 0;)
        {
            yield return here;
            at = here.IsProgram ? assets.Programs.Find(here.Id)?.Place : assets.Folders.Find(here.Id)?.Parent;
        }
    }

    /// <summary>The innermost program around a place; null when there is none.</summary>
    public static MarketoProgram? ProgramAround(this AssetCatalog assets, AssetPlace place) =>
        assets.Around(place).Take(MaxDepth).Where(at => at.IsProgram).Select(at => assets.Programs.Find(at.Id)).FirstOrDefault();

    /// <summary>The root folder's id.</summary>
    public static int RootOf(this AssetCatalog assets, AssetPlace place) => assets.Around(place).Take(MaxDepth).Last().Id;

    public static string PathOf(this AssetCatalog assets, AssetPlace place) => "/" + string.Join('/', assets.Around(place).Take(MaxDepth).Reverse().Select(assets.NameOf));

    /// <summary>What is directly in a folder or program: the kind's word on the wire and the id.</summary>
    public static IEnumerable<(string Type, int Id)> ContentOf(this AssetCatalog assets, AssetPlace place) =>
    [
        .. assets.Folders.Where(folder => folder.Parent == place).Select(folder => ("Folder", folder.Id)),
        .. assets.Programs.Where(program => program.Place == place).Select(program => ("Program", program.Id)),
        .. assets.Campaigns.Where(campaign => campaign.Place == place).Select(campaign => ("Smart Campaign", campaign.Id)),
        .. assets.Emails.Where(email => email.Place == place).Select(email => ("Email", email.Id)),
        .. assets.LandingPages.Where(page => page.Place == place).Select(page => ("Landing Page", page.Id)),
        .. assets.Lists.Where(list => list.Place == place).Select(list => ("Static List", list.Id)),
        .. assets.SmartLists.Where(list => list.Place == place).Select(list => ("Smart List", list.Id)),
    ];

    /// <summary>Folders below and at a root, each before what is in it.</summary>
    public static IEnumerable<MarketoFolder> Below(this AssetCatalog assets, MarketoFolder root, int depth)
    {
        yield return root;
        if (depth <= 1)
        {
            yield break;
        }

        foreach (var child in assets.Folders.Where(folder => folder.Parent == new AssetPlace(root.Id, false)))
        {
            foreach (var found in assets.Below(child, depth - 1))
            {
                yield return found;
            }
        }
    }
}
