'use strict';
// A round of an integration's main work with node-marketo-rest, unchanged but for the URL. Settings come from the environment, as `sfmarketo sim` writes them.
const assert = require('node:assert/strict');
const Marketo = require('node-marketo-rest');

const { MKTO_URL, MKTO_CLIENT_ID, MKTO_CLIENT_SECRET, RUN } = process.env;
const done = (step) => console.log(`ok ${step}`);

async function main() {
  const marketo = new Marketo({ endpoint: `${MKTO_URL}/rest`, identity: `${MKTO_URL}/identity`, clientId: MKTO_CLIENT_ID, clientSecret: MKTO_CLIENT_SECRET });
  const since = new Date(Date.now() - 60000).toISOString();
  const emails = [1, 2, 3].map((n) => `ben${n}.${RUN}@example.com`);

  const written = await marketo.lead.createOrUpdate(emails.map((email) => ({ email, firstName: 'Ben', company: 'Looms' })), { lookupField: 'email' });
  assert.deepEqual(written.result.map((one) => one.status), ['created', 'created', 'created']);
  const ids = written.result.map((one) => one.id);
  const again = await marketo.lead.createOrUpdate([{ email: emails[0], lastName: 'Client' }], { lookupField: 'email' });
  assert.deepEqual(again.result, [{ id: ids[0], status: 'updated' }]);
  done('create and update');

  const found = await marketo.lead.find('email', emails, { fields: ['email', 'firstName', 'lastName'] });
  assert.deepEqual(found.result.map((one) => one.email).sort(), emails);
  const one = await marketo.lead.byId(ids[0], { fields: ['firstName', 'lastName'] });
  assert.equal(one.result[0].lastName, 'Client');
  await assert.rejects(marketo.lead.find('shoeSize', ['7']), (failure) => failure.errors[0].code === '1011' || /1011/.test(JSON.stringify(failure)));
  done('find');

  assert.ok((await marketo.lead.describe()).result.some((field) => field.rest && field.rest.name === 'email'));
  done('describe');

  const types = (await marketo.activities.getActivityTypes()).result;
  const newLead = types.find((type) => type.name === 'New Lead').id;
  let token = (await marketo.lead.getPageToken(since)).nextPageToken;
  const newcomers = new Set();
  for (let more = true; more;) {
    const page = await marketo.lead.getActivitiesWithOptions({ activityTypeIds: String(newLead), nextPageToken: token });
    (page.result || []).forEach((activity) => newcomers.add(activity.leadId));
    token = page.nextPageToken;
    more = page.moreResult;
  }
  ids.forEach((id) => assert.ok(newcomers.has(id), `New Lead of ${id}`));
  const changes = await marketo.lead.getChanges((await marketo.lead.getPageToken(since)).nextPageToken, { fields: ['lastName'] });
  assert.ok(changes.result.some((change) => change.leadId === ids[0] && (change.fields || []).some((field) => field.newValue === 'Client')));
  done('activities and lead changes');

  const lists = (await marketo.list.find({})).result;
  const list = lists.find((one) => one.name === 'Acquisition Suppression').id;
  assert.ok((await marketo.list.addLeadsToList(list, ids)).result.every((one) => one.status === 'added'));
  const members = await marketo.list.isMember(list, [ids[0]]);
  assert.deepEqual(members.result.map((one) => one.status), ['memberof']);
  assert.ok((await marketo.list.removeLeadsFromList(list, [ids[0]])).result.every((one) => one.status === 'removed'));
  const left = await marketo.list.getLeads(list, { fields: 'id' });
  assert.deepEqual(left.result.map((one) => one.id).filter((id) => ids.includes(id)).sort(), ids.slice(1).sort());
  done('static lists');

  const campaigns = (await marketo.campaign.getCampaigns()).result;
  const nurture = campaigns.find((campaign) => campaign.name === 'Nurture Suppression');
  assert.equal(nurture.active, true);
  const requested = await marketo.campaign.request(nurture.id, ids.map((id) => ({ id })), []);
  assert.deepEqual(requested.result, [{ id: nurture.id }]);
  done('campaigns');
}

main().catch((failure) => {
  console.error(failure, JSON.stringify(failure));
  process.exit(1);
});
