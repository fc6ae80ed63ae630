using System.Text;
using System.Xml;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>Rows of XML: <c>sObjects</c> with an <c>sObject</c> for each; a parent is an element with an <c>sObject</c> of its own that has a key.</summary>
internal sealed class ClassicXmlRows : ClassicRows
{
    private readonly SObjectType type;

    /// <summary>By row: path of the element (<c>Account.External__c</c>) and its text, null for <c>xsi:nil</c>.</summary>
    private readonly List<List<(string Path, string? Text)>> rows = [];

    private ClassicXmlRows(SObjectType type) => this.type = type;

    public override int Count => rows.Count;

    public static ClassicRows? Bind(IngestSpec spec, ReadOnlyMemory<byte> content, out string? problem)
    {
        var found = new ClassicXmlRows(spec.Type);
        problem = null;
        try
        {
            using var xml = AsyncForm.ReadXml(content);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "sObjects" || xml.NamespaceURI != AsyncForm.Namespace)
            {
                problem = "InvalidBatch : Failed to parse XML. The root must be sObjects of " + AsyncForm.Namespace;
                return null;
            }

            found.ReadRows(xml);
            return found;
        }
        catch (XmlException broken)
        {
            problem = "InvalidBatch : Failed to parse XML" + AsyncForm.Place(broken);
            return null;
        }
    }

    public override void Read(SalesforceOrg org, int row, RowInput input)
    {
        var values = new TextValues(org.Store, TextForm.Bulk, org.Switches.PicklistsUnrestricted);
        input.Start(type);
        foreach (var (path, text) in rows[row])
        {
            if (path == "type")
            {
                continue;
            }

            if (TextTarget.Find(org.Store.Schema, type, path) is not { } target)
            {
                input.Fail(InputFault.UnknownColumn, RowErrors.NoColumn(type, path));
            }
            else
            {
                values.Add(input, target, text ?? TextForm.Bulk.NullText);
            }
        }
    }

    private void ReadRows(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName != "sObject")
            {
                throw new XmlException("An sObject is expected.", null, 0, 0);
            }

            List<(string, string?)> row = [];
            ReadFields(xml, "", row, depth: 0);
            rows.Add(row);
        }
    }

    private static void ReadFields(XmlReader xml, string prefix, List<(string Path, string? Text)> row, int depth)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                ReadField(xml, prefix, row, depth);
            }
        }
    }

    private static void ReadField(XmlReader xml, string prefix, List<(string Path, string? Text)> row, int depth)
    {
        if (depth > 8)
        {
            throw new XmlException("Too deep.", null, 0, 0);
        }

        var name = xml.LocalName;
        if (name == "sObject")
        {
            ReadFields(xml, prefix, row, depth + 1);
            return;
        }

        var path = prefix + name;
        if (xml.GetAttribute("nil", AsyncForm.Instance) is "true" or "1")
        {
            row.Add((path, null));
            PassOver(xml);
            return;
        }

        if (xml.IsEmptyElement)
        {
            row.Add((path, ""));
            return;
        }

        var text = new StringBuilder();
        var isParent = false;
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                isParent = true;
                ReadField(xml, path + ".", row, depth + 1);
            }
            else
            {
                text.Append(xml.Value);
            }
        }

        if (!isParent)
        {
            row.Add((path, text.ToString()));
        }
    }

    /// <summary>To the end of the element.</summary>
    private static void PassOver(XmlReader xml)
    {
        for (var depth = xml.Depth; !xml.IsEmptyElement && xml.Read() && (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth);)
        {
            // Nothing is looked at.
        }
    }
}
