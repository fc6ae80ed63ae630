namespace SfMarketo.SalesforceSim.ListViews;

/// <summary>The lists that each object has.</summary>
internal enum ListViewKind
{
    All,
    Mine,
    Recent,
}
