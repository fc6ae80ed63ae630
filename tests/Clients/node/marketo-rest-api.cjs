'use strict';
// Every call that marketo-rest-api has, unchanged but for the URL. Settings come from the environment, as `sfmarketo sim` writes them.
const assert = require('node:assert/strict');
const { control, now } = require('./clock.cjs');
const marketo = require('marketo-rest-api');

const { MKTO_URL, MKTO_CLIENT_ID, MKTO_CLIENT_SECRET, RUN } = process.env;
const done = (step) => console.log(`ok ${step}`);
const call = (name, ...values) => new Promise((resolve) => marketo[name](...values, resolve));
const email = `cara.${RUN}@example.com`;
const person = { email, list: 'newsletter', input: { firstName: 'Cara', lastName: 'Client', company: 'Looms' } };

async function main() {
  const settings = {
    clientId: MKTO_CLIENT_ID,
    clientSecret: MKTO_CLIENT_SECRET,
    restEndpoint: `${MKTO_URL}/`,
    lists: { newsletter: 3002 },
    campaigns: { demo: 2003, newsletter: 2004 },
  };
  assert.equal((await call('init', { ...settings, clientSecret: 'wrong' })).success, false);
  const started = await call('init', settings);
  assert.equal(started.success, true, JSON.stringify(started));
  done('sign in');

  const added = await call('syncLead', { process: 'add', ...person });
  assert.equal(added.success, true, JSON.stringify(added.body));
  assert.deepEqual(added.body.result, [{ id: added.leadId, status: 'added' }]);
  done('add to Marketo and to a list');

  const updated = await call('syncLead', { process: 'update', ...person, input: { title: 'Weaver' } });
  assert.equal(updated.leadId, added.leadId);
  const refused = await call('syncLead', { process: 'update', ...person, input: { shoeSize: 7 } });
  assert.equal(refused.body.errors[0].code, '1006');
  done('update');

  const mailed = await call('sendEmail', { email, campaign: 'demo', tokens: [{ name: '{{my.offer}}', value: 'Looms' }] });
  assert.match(mailed.message, /"demo" email has been sent/);
  assert.match((await call('sendEmail', { email, campaign: 'none' })).error, /campaignId is not found/);
  done('request a campaign');

  const scheduled = await call('scheduleCampaign', { campaign: 'newsletter', input: { runAt: new Date((await now()) + 3600000).toISOString() } });
  assert.match(scheduled.message ?? scheduled.error, /successfully scheduled/);
  assert.match((await call('scheduleCampaign', { campaign: 'newsletter', input: { runAt: 'soon' } })).error, /soon|date/i);
  done('schedule a campaign');

  // It looks for a result, which the vendor does not send, in a text that it does not parse: the answer itself tells.
  const cookie = `id:123-ABC-456&token:_mch-example.com-${RUN}-77777`;
  await control('POST', 'actions/visitPage', { cookie, page: 'Pricing' });
  assert.equal(JSON.parse((await call('associateLeadWithCookie', added.leadId, cookie)).body).success, true);
  done('associate');

  const bySalesforce = JSON.parse(await call('idFromSfdcId', { sfdc_id: '00Q000000000001' }));
  assert.deepEqual(bySalesforce.result, []);
  done('find by Salesforce id');

  // It deletes with HTTP DELETE, as the vendor's pages of 2015 said.
  assert.equal((await call('syncLead', { process: 'remove', ...person })).body.errors[0].code, '605');
  await control('PUT', 'switches', { 'lead.httpDelete': 'accept' });
  const removed = await call('syncLead', { process: 'remove', ...person });
  assert.equal(removed.success, true, JSON.stringify(removed.body));
  done('remove from a list and from Marketo');
}

main().catch((failure) => {
  console.error(failure, JSON.stringify(failure));
  process.exit(1);
});
