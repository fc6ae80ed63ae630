'use strict';
// A round of an integration's main work with jsforce, unchanged but for the URL. Settings come from the environment, as `sfmarketo sim` writes them.
const assert = require('node:assert/strict');
const { SF_USERNAME, RUN, connect, run, done } = require('./connect.cjs');

async function main() {
  const { connection, user } = await connect();
  assert.match(user.organizationId, /^00D/);
  assert.equal((await connection.identity()).username, SF_USERNAME);
  done('sign in');

  assert.ok((await connection.describeGlobal()).sobjects.some((one) => one.name === 'Lead'));
  const described = await connection.sobject('Lead').describe();
  assert.ok(described.fields.some((field) => field.name === 'Email' && field.type === 'email'));
  done('describe');

  const leads = connection.sobject('Lead');
  const created = await leads.create({ FirstName: 'Ada', LastName: 'Client', Company: 'Engines', Email: `ada.${RUN}@example.com` });
  assert.ok(created.success && created.id.startsWith('00Q'));
  assert.equal((await leads.retrieve(created.id)).Company, 'Engines');
  done('create and retrieve');

  await leads.update({ Id: created.id, Company: 'Analytical Engines' });
  assert.equal((await leads.retrieve(created.id)).Company, 'Analytical Engines');
  done('update');

  const key = `9${RUN}`;
  const upsert = { MarketoPersonId__c: key, LastName: 'Upsert', Company: 'Engines' };
  assert.equal((await leads.upsert(upsert, 'MarketoPersonId__c')).success, true);
  assert.equal((await leads.upsert({ ...upsert, Company: 'Looms' }, 'MarketoPersonId__c')).success, true);
  const upserted = await leads.find({ MarketoPersonId__c: key }, ['Id', 'Company']);
  assert.deepEqual(upserted.map((row) => row.Company), ['Looms']);
  done('upsert by external id');

  const many = await leads.create([1, 2, 3].map((n) => ({ LastName: `Many ${n}`, Company: 'Engines', Email: `many${n}.${RUN}@example.com` })));
  assert.equal(many.filter((one) => one.success).length, 3);
  const mixed = await leads.create([{ LastName: 'Fine', Company: 'Engines' }, { Company: 'Nobody' }]);
  assert.deepEqual(mixed.map((one) => one.success), [true, false]);
  assert.equal(mixed[1].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');
  done('collections');

  await assert.rejects(leads.create({ Company: 'Nobody' }), { errorCode: 'REQUIRED_FIELD_MISSING' });
  await assert.rejects(connection.query('SELECT Nothing FROM Lead'), { errorCode: 'INVALID_FIELD' });
  done('errors');

  const total = (await connection.query('SELECT COUNT() FROM Lead')).totalSize;
  const small = { headers: { 'Sforce-Query-Options': 'batchSize=200' } };
  let page = await connection.query('SELECT Id, Name FROM Lead ORDER BY Id', small);
  const seen = new Set(page.records.map((row) => row.Id));
  let pages = 1;
  while (!page.done) {
    page = await connection.queryMore(page.nextRecordsUrl, small);
    page.records.forEach((row) => seen.add(row.Id));
    pages += 1;
  }
  assert.equal(seen.size, total);
  assert.ok(pages > 2, `${pages} pages`);
  done('query and paging');

  const joined = await connection.query("SELECT Id, Account.Name FROM Contact WHERE Account.Name != null LIMIT 5");
  assert.ok(joined.records.every((row) => typeof row.Account.Name === 'string'));
  done('parent fields');

  await leads.destroy([created.id, ...many.map((one) => one.id)]);
  await assert.rejects(leads.retrieve(created.id), { errorCode: 'ENTITY_IS_DELETED' });
  done('delete');

  assert.ok((await connection.limits()).DailyApiRequests.Max > 0);
  assert.ok(connection.limitInfo.apiUsage.used > 0);
  done('limits');
}

run(main);
