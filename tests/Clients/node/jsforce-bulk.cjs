'use strict';
// Both Bulk APIs with jsforce.
const assert = require('node:assert/strict');
const { RUN, connect, run, done } = require('./connect.cjs');

async function main() {
  const { connection } = await connect();
  connection.bulk2.pollTimeout = 60_000;
  connection.bulk2.pollInterval = 500;
  const rows = [1, 2, 3].map((n) => ({ LastName: `Bulk ${n}`, Company: 'Engines, "quoted"', Email: `bulk${n}.${RUN}@example.com` }));
  const results = await connection.bulk2.loadAndWaitForResults({ object: 'Lead', operation: 'insert', input: [...rows, { Company: 'Nobody' }] });
  assert.equal(results.successfulResults.length, 3);
  assert.equal(results.failedResults.length, 1);
  assert.match(results.failedResults[0].sf__Error, /REQUIRED_FIELD_MISSING/);
  assert.equal(results.unprocessedRecords.length, 0);
  done('bulk 2.0 insert');

  const key = `bulk-${RUN}`;
  const upserted = await connection.bulk2.loadAndWaitForResults({
    object: 'Account', operation: 'upsert', externalIdFieldName: 'MarketoKey__c', input: [{ MarketoKey__c: key, Name: 'Bulk Works' }],
  });
  assert.equal(upserted.successfulResults[0].sf__Created, 'true');
  done('bulk 2.0 upsert');

  const stream = await connection.bulk2.query(`SELECT Id, Email FROM Lead WHERE Email LIKE '%.${RUN}@example.com' ORDER BY Email`, { pollTimeout: 60_000, pollInterval: 500 });
  const read = await stream.toArray();
  assert.deepEqual(read.map((row) => row.Email), rows.map((row) => row.Email));
  done('bulk 2.0 query');

  connection.bulk.pollTimeout = 60_000;
  connection.bulk.pollInterval = 500;
  const loaded = await connection.bulk.load('Lead', 'insert', [{ LastName: 'Old 1', Company: 'Engines' }, { Company: 'Nobody' }]);
  assert.deepEqual(loaded.map((one) => one.success), [true, false]);
  done('bulk 1.0 insert');

  const old = await (await connection.bulk.query(`SELECT Id, Email FROM Lead WHERE Email LIKE '%.${RUN}@example.com'`)).toArray();
  assert.equal(old.length, 3);
  done('bulk 1.0 query');

  const deleted = await connection.bulk.load('Lead', 'delete', read.map((row) => ({ Id: row.Id })));
  assert.ok(deleted.every((one) => one.success));
  done('bulk 1.0 delete');
}

run(main);
