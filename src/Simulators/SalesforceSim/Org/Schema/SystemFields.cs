namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>Numbers of the fields that all objects have, the same in each.</summary>
internal static class SystemFields
{
    public const int Id = 0;
    public const int CreatedDate = 1;
    public const int CreatedById = 2;
    public const int LastModifiedDate = 3;
    public const int LastModifiedById = 4;
    public const int SystemModstamp = 5;

    /// <summary>First number that differs from object to object.</summary>
    public const int Count = 6;
}
