using System.Text;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

/// <summary>Mistakes in a file of metadata: what, where, what to do.</summary>
[Source("Salesforce Help, Formula Errors")]
[SimulatorOnly]
public sealed class MetadataErrorTests
{
    [Theory]
    [InlineData("{", "*JSON*")]
    [InlineData("""{"object": []}""", "object: unknown member 'object'; known are objects, fields*")]
    [InlineData("""{"objects": [{"name": "Shop"}]}""", "objects[[]0].name: *'Shop' is no name of a custom object; write letters*")]
    [InlineData("""{"objects": [{"name": "A__c"}, {"name": "a__c"}]}""", "*there is an object a__c already; choose another name")]
    [InlineData("""{"fields": {"Leed": []}}""", "fields.Leed: there is no object Leed; there are *Lead*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "txt"}]}}""", "fields.Lead[[]0].type: *cannot be 'txt'; write *text*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "picklist"}]}}""", "fields.Lead[[]0].values: values is missing*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "lookup", "referenceTo": ["Nope"]}]}}""", "fields.Lead[[]0].referenceTo: there is no object Nope*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "number", "unique": true}]}}""", "fields.Lead[[]0].unique: *cannot stand with type number*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "number", "default": "x"}]}}""", "fields.Lead[[]0].default: default 'x' is no value of type number*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "text"}, {"name": "a__c", "type": "text"}]}}""", "fields.Lead[[]1].name: *two fields*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "text", "formula": "Nope"}]}}""", "fields.Lead[[]0].formula: Field Nope does not exist. Check spelling*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "text", "formula": "TODAY()"}]}}""", "fields.Lead[[]0].formula: TODAY() cannot stand in a formula field*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "text", "formula": "LEN('a')"}]}}""", "fields.Lead[[]0].formula: the formula gives Number*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "text", "formula": "Owner.Name"}]}}""", "*Owner.Name cannot stand*")]
    [InlineData("""{"fields": {"Lead": [{"name": "A__c", "type": "number", "formula": "B__c"}, {"name": "B__c", "type": "number", "formula": "A__c"}]}}""", "*reads itself*")]
    [InlineData("""{"fields": {"Account": [{"name": "A__c", "type": "number", "rollUp": {"operation": "count", "object": "Task"}}]}}""", "fields.Account[[]0].rollUp.lookup: *Task has several lookups to Account*")]
    [InlineData("""{"fields": {"Account": [{"name": "A__c", "type": "text", "rollUp": {"operation": "count", "object": "Contact"}}]}}""", "fields.Account[[]0].type: count of rows does not fit*")]
    [InlineData("""{"validationRules": [{"name": "A", "object": "Lead", "condition": "LEN(Phone", "message": "x"}]}""", "validationRules[[]0].condition: Syntax error. Missing ')'*")]
    [InlineData("""{"validationRules": [{"name": "A", "object": "Lead", "condition": "Phone", "message": "x"}]}""", "validationRules[[]0].condition: Formula result is data type (Text)*")]
    [InlineData("""{"validationRules": [{"name": "A", "object": "Lead", "condition": "TRUE"}]}""", "validationRules[[]0].message: message is missing*")]
    [InlineData("""{"workflowRules": [{"name": "A", "object": "Lead", "fieldUpdates": [{"field": "IsConverted", "value": true}]}]}""", "workflowRules[[]0].fieldUpdates[[]0].field: IsConverted is read-only*")]
    [InlineData("""{"workflowRules": [{"name": "A", "object": "Lead", "fieldUpdates": [{"field": "NumberOfEmployees", "value": "many"}]}]}""", "workflowRules[[]0].fieldUpdates[[]0].value: *")]
    [InlineData("""{"assignmentRules": [{"name": "A", "object": "Lead", "entries": [{"owners": ["Nobody"]}]}]}""", "assignmentRules[[]0]: Nobody is neither a user nor a queue*")]
    [InlineData("""{"duplicateRules": [{"name": "A", "object": "Lead", "matchingRule": "B"}]}""", "duplicateRules[[]0].matchingRule: Lead has no matching rule B; there are Standard_Lead*")]
    [InlineData("""{"recordTypes": [{"object": "Nope", "name": "A"}]}""", "recordTypes[[]0].object: there is no object Nope*")]
    [InlineData("""{"profiles": [{"name": "A", "fields": {"Lead.LastName": "none"}}]}""", "profiles[[]0].fields: Lead.LastName is open to every profile*")]
    [InlineData("""{"profiles": [{"name": "A", "objects": {"Lead": ["edit"]}}]}""", "profiles[[]0].objects.Lead: *lacks read*")]
    [InlineData("""{"users": {"sync@example.invalid": "B"}}""", "users.*there is no profile B*")]
    [InlineData("""{"fiscalYearStartMonth": 13}""", "fiscalYearStartMonth: *write a whole number from 1 to 12")]
    public void A_mistake_is_named_with_its_place_and_what_to_do(string metadata, string message)
    {
        var make = () => new SalesforceOrg(new SalesforceSimOptions { Metadata = MetadataReader.Read(Encoding.UTF8.GetBytes(metadata)) }, TimeProvider.System, new Draws(1));

        make.Should().Throw<MetadataException>().WithMessage(message.Replace("[[]", "[", StringComparison.Ordinal));
    }
}
