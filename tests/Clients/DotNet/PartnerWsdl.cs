using System.ServiceModel;
using System.Xml;
using System.Xml.Serialization;

namespace SfMarketo.Tests.Clients.DotNet;

/// <summary>The part of the partner WSDL that these tests call, as <c>svcutil</c> makes it: the order of elements counts.</summary>
public static class PartnerWsdl
{
    public const string Partner = "urn:partner.soap.sforce.com";
    public const string Rows = "urn:sobject.partner.soap.sforce.com";

    [ServiceContract(Namespace = Partner, ConfigurationName = "Soap")]
    public interface ISoap
    {
        [OperationContract(Action = "", ReplyAction = "*")]
        [XmlSerializerFormat(SupportFaults = true)]
        Task<LoginResponse> LoginAsync(LoginRequest request);

        [OperationContract(Action = "", ReplyAction = "*")]
        [XmlSerializerFormat(SupportFaults = true)]
        Task<CreateResponse> CreateAsync(CreateRequest request);

        [OperationContract(Action = "", ReplyAction = "*")]
        [XmlSerializerFormat(SupportFaults = true)]
        Task<QueryResponse> QueryAsync(QueryRequest request);

        [OperationContract(Action = "", ReplyAction = "*")]
        [XmlSerializerFormat(SupportFaults = true)]
        Task<ConvertResponse> ConvertAsync(ConvertRequest request);
    }

    [MessageContract(WrapperName = "login", WrapperNamespace = Partner)]
    public sealed class LoginRequest
    {
        [MessageBodyMember(Name = "username", Namespace = Partner, Order = 0)]
        public string Username { get; set; } = "";

        [MessageBodyMember(Name = "password", Namespace = Partner, Order = 1)]
        public string Password { get; set; } = "";
    }

    [MessageContract(WrapperName = "loginResponse", WrapperNamespace = Partner)]
    public sealed class LoginResponse
    {
        [MessageBodyMember(Name = "result", Namespace = Partner)]
        public LoginResult Result { get; set; } = new();
    }

    [MessageContract(WrapperName = "create", WrapperNamespace = Partner)]
    public sealed class CreateRequest
    {
        [MessageHeader(Namespace = Partner)]
        public SessionHeader SessionHeader { get; set; } = new();

        [MessageBodyMember(Name = "sObjects", Namespace = Partner)]
        [XmlElement("sObjects")]
        public Row[] Rows { get; set; } = [];
    }

    [MessageContract(WrapperName = "createResponse", WrapperNamespace = Partner)]
    public sealed class CreateResponse
    {
        [MessageHeader(Namespace = Partner)]
        public LimitInfoHeader LimitInfoHeader { get; set; } = new();

        [MessageBodyMember(Name = "result", Namespace = Partner)]
        [XmlElement("result")]
        public SaveResult[] Results { get; set; } = [];
    }

    [MessageContract(WrapperName = "query", WrapperNamespace = Partner)]
    public sealed class QueryRequest
    {
        [MessageHeader(Namespace = Partner)]
        public SessionHeader SessionHeader { get; set; } = new();

        [MessageBodyMember(Name = "queryString", Namespace = Partner)]
        public string Statement { get; set; } = "";
    }

    [MessageContract(WrapperName = "queryResponse", WrapperNamespace = Partner)]
    public sealed class QueryResponse
    {
        [MessageBodyMember(Name = "result", Namespace = Partner)]
        public QueryResult Result { get; set; } = new();
    }

    [MessageContract(WrapperName = "convertLead", WrapperNamespace = Partner)]
    public sealed class ConvertRequest
    {
        [MessageHeader(Namespace = Partner)]
        public SessionHeader SessionHeader { get; set; } = new();

        [MessageBodyMember(Name = "leadConverts", Namespace = Partner)]
        [XmlElement("leadConverts")]
        public LeadConvert[] Leads { get; set; } = [];
    }

    [MessageContract(WrapperName = "convertLeadResponse", WrapperNamespace = Partner)]
    public sealed class ConvertResponse
    {
        [MessageBodyMember(Name = "result", Namespace = Partner)]
        [XmlElement("result")]
        public LeadConvertResult[] Results { get; set; } = [];
    }

    [XmlType(Namespace = Partner)]
    public sealed class SessionHeader
    {
        [XmlElement("sessionId", Order = 0)]
        public string SessionId { get; set; } = "";
    }

    [XmlType(Namespace = Partner)]
    public sealed class LimitInfoHeader
    {
        [XmlElement("limitInfo", Order = 0)]
        public LimitInfo[] Infos { get; set; } = [];
    }

    [XmlType(Namespace = Partner)]
    public sealed class LimitInfo
    {
        [XmlElement("current", Order = 0)]
        public int Current { get; set; }

        [XmlElement("limit", Order = 1)]
        public int Limit { get; set; }

        [XmlElement("type", Order = 2)]
        public string Type { get; set; } = "";
    }

    [XmlType(Namespace = Partner)]
    public sealed class LoginResult
    {
        [XmlElement("metadataServerUrl", Order = 0)]
        public string MetadataServerUrl { get; set; } = "";

        [XmlElement("passwordExpired", Order = 1)]
        public bool PasswordExpired { get; set; }

        [XmlElement("sandbox", Order = 2)]
        public bool Sandbox { get; set; }

        [XmlElement("serverUrl", Order = 3)]
        public string ServerUrl { get; set; } = "";

        [XmlElement("sessionId", Order = 4)]
        public string SessionId { get; set; } = "";

        [XmlElement("userId", Order = 5)]
        public string UserId { get; set; } = "";
    }

    [XmlType("sObject", Namespace = Rows)]
    public sealed class Row
    {
        [XmlElement("type", Order = 0)]
        public string Type { get; set; } = "";

        [XmlElement("fieldsToNull", Order = 1)]
        public string[] FieldsToNull { get; set; } = [];

        [XmlElement("Id", Order = 2, IsNullable = true)]
        public string? Id { get; set; }

        [XmlAnyElement(Order = 3)]
        public XmlElement[] Fields { get; set; } = [];
    }

    [XmlType(Namespace = Partner)]
    public sealed class QueryResult
    {
        [XmlElement("done", Order = 0)]
        public bool Done { get; set; }

        [XmlElement("queryLocator", Order = 1, IsNullable = true)]
        public string? QueryLocator { get; set; }

        [XmlElement("records", Order = 2, IsNullable = true)]
        public Row[] Records { get; set; } = [];

        [XmlElement("size", Order = 3)]
        public int Size { get; set; }
    }

    [XmlType(Namespace = Partner)]
    public sealed class Error
    {
        [XmlElement("fields", Order = 0)]
        public string[] Fields { get; set; } = [];

        [XmlElement("message", Order = 1)]
        public string Message { get; set; } = "";

        [XmlElement("statusCode", Order = 2)]
        public string StatusCode { get; set; } = "";
    }

    [XmlType(Namespace = Partner)]
    public sealed class SaveResult
    {
        [XmlElement("errors", Order = 0)]
        public Error[] Errors { get; set; } = [];

        [XmlElement("id", Order = 1, IsNullable = true)]
        public string? Id { get; set; }

        [XmlElement("success", Order = 2)]
        public bool Success { get; set; }
    }

    [XmlType(Namespace = Partner)]
    public sealed class LeadConvert
    {
        [XmlElement("accountId", Order = 0, IsNullable = true)]
        public string? AccountId { get; set; }

        [XmlElement("contactId", Order = 1, IsNullable = true)]
        public string? ContactId { get; set; }

        [XmlElement("convertedStatus", Order = 2)]
        public string ConvertedStatus { get; set; } = "Closed - Converted";

        [XmlElement("doNotCreateOpportunity", Order = 3)]
        public bool DoNotCreateOpportunity { get; set; }

        [XmlElement("leadId", Order = 4)]
        public string LeadId { get; set; } = "";
    }

    [XmlType(Namespace = Partner)]
    public sealed class LeadConvertResult
    {
        [XmlElement("accountId", Order = 0, IsNullable = true)]
        public string? AccountId { get; set; }

        [XmlElement("contactId", Order = 1, IsNullable = true)]
        public string? ContactId { get; set; }

        [XmlElement("errors", Order = 2)]
        public Error[] Errors { get; set; } = [];

        [XmlElement("leadId", Order = 3, IsNullable = true)]
        public string? LeadId { get; set; }

        [XmlElement("opportunityId", Order = 4, IsNullable = true)]
        public string? OpportunityId { get; set; }

        [XmlElement("success", Order = 5)]
        public bool Success { get; set; }
    }
}
