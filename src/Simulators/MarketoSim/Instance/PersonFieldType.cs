namespace SfMarketo.MarketoSim.Instance;

/// <summary>Data types of person fields. Source: Marketo REST API, "Field types".</summary>
public enum PersonFieldType
{
    String,
    Text,
    Email,
    Phone,
    Url,
    Reference,
    Integer,
    Score,
    Percent,
    Float,
    Currency,
    Boolean,
    Date,
    DateTime,
}
