using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Errors;

/// <summary>The catalogue of row errors: codes and texts of salesforce-rest.md section 2.5.</summary>
internal static class RowErrors
{
    public static RowError NotFound { get; } = new(404, "NOT_FOUND", "The requested resource does not exist", null);

    public static RowError Deleted { get; } = new(404, "ENTITY_IS_DELETED", "entity is deleted", []);

    public static RowError ReferenceDeleted { get; } = new(400, "ENTITY_IS_DELETED", "entity is deleted", []);

    public static RowError MissingRow { get; } = new(404, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", []);

    public static RowError ConvertedLead { get; } = new(400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", []);

    public static RowError IdInBody { get; } = new(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.", null);

    public static RowError IdOnInsert { get; } = new(400, "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", ["Id"]);

    public static RowError RolledBack { get; } = new(
        400, "ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back because not all records were valid and the request was using AllOrNone header", []);

    public static RowError LeadTaskWithWhat { get; } = new(
        400, "FIELD_INTEGRITY_EXCEPTION", "If the Name ID refers to a lead, Related To ID must be blank.", ["WhatId"]);

    public static RowError AlreadyMember { get; } = new(400, "DUPLICATE_VALUE", "Already a campaign member.", []);

    public static RowError MemberWithoutPerson { get; } = new(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [LeadId, ContactId]", ["LeadId", "ContactId"]);

    public static RowError EventWithoutTime { get; } = new(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [DurationInMinutes, ActivityDateTime]", ["DurationInMinutes", "ActivityDateTime"]);

    public static RowError EventDuration { get; } = new(400, "FIELD_INTEGRITY_EXCEPTION", "Event duration does not match the start and end of the event.", ["DurationInMinutes"]);

    public static RowError Locked(string id) => new(400, "UNABLE_TO_LOCK_ROW", $"unable to obtain exclusive access to this record or 1 records: {id}", []);

    public static RowError NoAccess { get; } = new(403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id", []);

    public static RowError RecordType(string id) =>
        new(400, "INVALID_CROSS_REFERENCE_KEY", $"Record Type ID: this ID value isn't valid for the user: {id}", ["RecordTypeId"]);

    public static RowError BadCountry(string field) => new(
        400, "FIELD_INTEGRITY_EXCEPTION", "There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.", [field]);

    public static RowError BadState(string field) => new(
        400, "FIELD_INTEGRITY_EXCEPTION", "There's a problem with this state, even though it may appear correct. Please select a state/province from the list of valid states.", [field]);

    public static RowError QueueCannotOwn(SObjectType type) => new(
        400, "INVALID_CROSS_REFERENCE_KEY", $"Queue not associated with this SObject type: {type.Name}", ["OwnerId"]);

    public static RowError Cases(string name) => new(
        400, "DELETE_FAILED", $"Your attempt to delete {name} could not be completed because it is associated with one or more cases.", []);

    public static RowError KeyInBody(SField field) => new(400, "INVALID_FIELD", $"The {field.Name} field should not be specified in the sobject data.", null);

    public static RowError NoColumn(SObjectType type, string name) => new(400, "INVALID_FIELD", $"No such column '{name}' on sobject of type {type.Name}", null);

    public static RowError NotAnExternalId(string name) =>
        new(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {name}", null);

    public static RowError NoRowOfKey(SField key, string value) => new(404, "NOT_FOUND", $"No record with the external id {value} in {key.Name} exists", null);

    public static RowError ReadOnly(IReadOnlyList<string> fields) => new(
        400,
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        $"Unable to create/update fields: {string.Join(", ", fields)}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.",
        fields);

    public static RowError Required(IReadOnlyList<string> fields) =>
        new(400, "REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", fields)}]", fields);

    public static RowError TooLong(SField field, string value) =>
        new(400, "STRING_TOO_LONG", $"{field.Label}: data value too large: {value} (max length={field.Length})", [field.Name]);

    public static RowError OutOfRange(SField field, string value) =>
        new(400, "NUMBER_OUTSIDE_VALID_RANGE", $"{field.Label}: value outside of valid range on numeric field: {value}", [field.Name]);

    public static RowError BadEmail(SField field, string value) =>
        new(400, "INVALID_EMAIL_ADDRESS", $"{field.Label}: invalid email address: {value}", [field.Name]);

    public static RowError BadPicklist(SField field, string value) =>
        new(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{field.Label}: bad value for restricted picklist field: {value}", [field.Name]);

    public static RowError BadType(SField field, string value) =>
        new(400, "INVALID_TYPE_ON_FIELD_IN_RECORD", $"{field.Label}: value not of required type: {value}", [field.Name]);

    public static RowError MalformedReference(SField field, string value) =>
        new(400, "MALFORMED_ID", $"{field.Label}: id value of incorrect type: {value}", [field.Name]);

    public static RowError MalformedId(string value) => new(400, "MALFORMED_ID", $"malformed id {value}", ["Id"]);

    public static RowError WrongTypeReference(SField field, string value) =>
        new(400, "FIELD_INTEGRITY_EXCEPTION", $"{field.Label}: id value of incorrect type: {value}", [field.Name]);

    public static RowError MissingReference(string id) =>
        new(400, "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", $"insufficient access rights on cross-reference id: {Short(id)}", []);

    public static RowError MissingReference(SField field) => new(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", [field.Name]);

    public static RowError ForeignKeyNotFound(SObjectType parent, SField field, string value) =>
        new(400, "INVALID_FIELD", $"Foreign key external ID: {value.ToLowerInvariant()} not found for field {field.Name} in entity {parent.Name}", null);

    public static RowError Duplicate(SField field, string otherId) =>
        new(400, "DUPLICATE_VALUE", $"duplicate value found: {field.Name} duplicates value on record with id: {Short(otherId)}", []);

    public static RowError DuplicateId(string id) => new(400, "DUPLICATE_VALUE", $"duplicate id specified: {Short(id)}", []);

    public static RowError DuplicateExternalId(SField field, IEnumerable<string> ids) =>
        new(400, "DUPLICATE_EXTERNAL_ID", $"{field.Name}: more than one record found for external id field: [{string.Join(", ", ids)}]", [field.Name]);

    public static RowError InactiveOwner(SObjectType type, string userId) =>
        new(400, "INACTIVE_OWNER_OR_USER", $"operation performed with inactive user [{Short(userId)}] as owner of {type.Label.ToLowerInvariant()}", []);

    public static RowError WonOpportunities(string name) => new(
        400, "DELETE_FAILED", $"Your attempt to delete {name} could not be completed because it is associated with one or more closed won opportunities.", []);

    public static RowError NotWritable(SObjectType type) => new(400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", $"entity type cannot be inserted: {type.Label}", []);

    public static RowError Parser(string message) => new(400, "JSON_PARSER_ERROR", message, null);

    private static string Short(string id) => id.Length == 18 ? id[..15] : id;
}
