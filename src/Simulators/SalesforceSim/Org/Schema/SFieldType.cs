namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>Field types as describe names them. In rows they are held as the CLR type said here; null when unset.</summary>
internal enum SFieldType
{
    /// <summary><see cref="string"/>, 18 characters.</summary>
    Id,

    /// <summary><see cref="string"/>, 18 characters.</summary>
    Reference,

    /// <summary><see cref="string"/>; also all text types up to <see cref="Url"/>.</summary>
    String,
    TextArea,
    Picklist,
    MultiPicklist,
    Combobox,
    Email,
    Phone,
    Url,

    /// <summary><see cref="bool"/>, never null.</summary>
    Boolean,

    /// <summary><see cref="int"/>.</summary>
    Int,

    /// <summary><see cref="double"/>, also Currency and Percent.</summary>
    Double,
    Currency,
    Percent,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="long"/>: microseconds since 1970 UTC, whole seconds.</summary>
    DateTime,

    /// <summary><see cref="AddressValue"/>, made on reading from the parts; not stored.</summary>
    Address,
}
