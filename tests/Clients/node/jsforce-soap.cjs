'use strict';
// jsforce's SOAP calls.
const assert = require('node:assert/strict');
const { SF_USERNAME, RUN, connect, run, done } = require('./connect.cjs');

async function main() {
  const { connection } = await connect();
  const { soap } = connection;

  assert.equal((await soap.getUserInfo()).userName, SF_USERNAME);
  assert.ok(Date.parse((await soap.getServerTimestamp()).timestamp) > 0);
  done('user and time');

  const made = await soap.create([
    { type: 'Lead', FirstName: 'Ada', LastName: 'Soap & Co', Company: 'Engines', Email: `soap.${RUN}@example.com`, NumberOfEmployees: 12, HasOptedOutOfEmail: true },
    { type: 'Lead', Company: 'Nobody' },
  ]);
  assert.deepEqual(made.map((one) => one.success), [true, false]);
  assert.equal(made[1].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');
  const lead = made[0].id;
  const stored = await connection.sobject('Lead').retrieve(lead);
  assert.deepEqual([stored.LastName, stored.NumberOfEmployees, stored.HasOptedOutOfEmail], ['Soap & Co', 12, true]);
  done('create');

  const changed = await soap.update({ type: 'Lead', Id: lead, Title: 'Countess', NumberOfEmployees: null });
  assert.equal(changed.success, true);
  assert.equal((await connection.sobject('Lead').retrieve(lead)).NumberOfEmployees, null);
  done('update');

  const upsert = [{ type: 'Account', MarketoKey__c: `soap-${RUN}`, Name: 'Soap Works' }];
  assert.deepEqual((await soap.upsert('MarketoKey__c', upsert)).map((one) => [one.success, one.created]), [[true, true]]);
  assert.deepEqual((await soap.upsert('MarketoKey__c', upsert)).map((one) => [one.success, one.created]), [[true, false]]);
  done('upsert');

  const converted = await soap.convertLead({ leadId: lead, convertedStatus: 'Closed - Converted', opportunityName: `Deal ${RUN}` });
  assert.ok(converted.success && converted.accountId.startsWith('001') && converted.contactId.startsWith('003') && converted.opportunityId.startsWith('006'));
  const again = await soap.convertLead([{ leadId: lead, convertedStatus: 'Closed - Converted' }]);
  assert.equal(again[0].success, false);
  done('convert a lead');

  const [master, loser] = (await soap.create(['Ray', 'Rey'].map((LastName) => ({ type: 'Contact', LastName })))).map((one) => one.id);
  const merged = await soap.merge({ masterRecord: { type: 'Contact', Id: master, Title: 'Dr' }, recordToMergeIds: [loser] });
  assert.deepEqual([merged.success, merged.id, merged.mergedRecordIds], [true, master, [loser]]);
  done('merge');

  assert.deepEqual((await soap.delete([master])).map((one) => one.success), [true]);
  assert.deepEqual((await soap.undelete([master])).map((one) => one.success), [true]);
  assert.deepEqual((await soap.delete([master])).map((one) => one.success), [true]);
  assert.deepEqual((await soap.emptyRecycleBin([master])).map((one) => one.success), [true]);
  assert.deepEqual((await soap.undelete([master])).map((one) => one.success), [false]);
  done('delete and recycle bin');

  await assert.rejects(soap.create({ type: 'Lead', Nope__c: 'x' }), /INVALID_FIELD/);
  done('faults');
}

run(main);
