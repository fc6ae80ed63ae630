'use strict';
// Sub-queries, aggregates, search, replication and the Tooling API with jsforce.
const assert = require('node:assert/strict');
const { RUN, connect, run, done } = require('./connect.cjs');

async function main() {
  const { connection } = await connect();
  const account = (await connection.sobject('Account').create({ Name: `Query ${RUN}` })).id;
  const contacts = await connection.sobject('Contact').create([1, 2].map((n) => ({ LastName: `Child ${n}`, AccountId: account })));
  assert.ok(contacts.every((one) => one.success));

  const tree = await connection.query(`SELECT Id, Name, (SELECT Id, LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Id = '${account}'`);
  assert.deepEqual(tree.records[0].Contacts.records.map((row) => row.LastName), ['Child 1', 'Child 2']);
  const built = await connection.sobject('Account').find({ Id: account }, ['Id']).include('Contacts').select('Id, LastName').end();
  assert.equal(built[0].Contacts.records.length, 2);
  done('sub-queries');

  const counted = await connection.query(`SELECT COUNT(Id) n, MAX(LastName) highest FROM Contact WHERE AccountId = '${account}'`);
  assert.deepEqual([counted.records[0].n, counted.records[0].highest], [2, 'Child 2']);
  const grouped = await connection.query('SELECT LeadSource, COUNT(Id) n FROM Lead GROUP BY LeadSource ORDER BY COUNT(Id) DESC');
  assert.ok(grouped.records.length > 0);
  done('aggregates');

  const explained = await connection.request(`/query?explain=${encodeURIComponent(`SELECT Id FROM Account WHERE Id = '${account}'`)}`);
  assert.ok(Array.isArray(explained.plans));
  done('explain');

  // What is new is found some seconds later.
  let found = [];
  for (const start = Date.now(); found.length === 0 && Date.now() - start < 40_000;) {
    found = (await connection.search(`FIND {"Query ${RUN}"} IN ALL FIELDS RETURNING Account(Id, Name)`)).searchRecords;
    await new Promise((next) => { setTimeout(next, 1_000); });
  }

  assert.equal(found[0].Id, account);
  done('search');

  const end = new Date(Date.now() + 60_000);
  const start = new Date(Date.now() - 5 * 60_000);
  const updated = await connection.sobject('Account').updated(start, end);
  assert.ok(Array.isArray(updated.ids) && updated.latestDateCovered);
  const deleted = await connection.sobject('Account').deleted(start, end);
  assert.ok(Array.isArray(deleted.deletedRecords) && deleted.earliestDateAvailable);
  done('replication');

  assert.ok((await connection.tooling.describeGlobal()).sobjects.length > 0);
  done('tooling describe');

  assert.ok(Array.isArray(await connection.recent()));
  done('recent');

  const composite = await connection.requestPost('/composite', {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: '/services/data/v59.0/sobjects/Account', referenceId: 'acc', body: { Name: `Composite ${RUN}` } },
      { method: 'POST', url: '/services/data/v59.0/sobjects/Contact', referenceId: 'con', body: { LastName: 'Part', AccountId: '@{acc.id}' } },
    ],
  });
  assert.deepEqual(composite.compositeResponse.map((part) => part.httpStatusCode), [201, 201]);
  done('composite');
}

run(main);
