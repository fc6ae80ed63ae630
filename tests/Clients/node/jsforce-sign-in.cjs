'use strict';
// The ways in which programs sign in with jsforce, and what becomes of sessions.
const assert = require('node:assert/strict');
const { SF_URL, SF_CLIENT_ID, SF_USERNAME, jsforce, run, done } = require('./connect.cjs');

const redirectUri = 'http://localhost:1717/OauthRedirect';
const oauth2 = { loginUrl: SF_URL, clientId: SF_CLIENT_ID, clientSecret: 'secret', redirectUri };

/** What a browser does: it is led to the app's address with a code. */
async function codeOf(url) {
  const answer = await fetch(url, { redirect: 'manual' });
  assert.equal(answer.status, 302);
  const back = new URL(answer.headers.get('location'));
  assert.equal(back.origin + back.pathname, redirectUri);
  return back.searchParams.get('code');
}

async function main() {
  const soap = new jsforce.Connection({ loginUrl: SF_URL, version: '59.0' });
  const user = await soap.login(SF_USERNAME, 'password');
  assert.match(user.id, /^005/);
  assert.match(user.organizationId, /^00D/);
  assert.equal((await soap.query('SELECT COUNT() FROM Lead')).done, true);
  await assert.rejects(new jsforce.Connection({ loginUrl: SF_URL, version: '59.0' }).login('nobody@example.com', 'x'), /INVALID_LOGIN/);
  done('log in by SOAP');

  const expired = soap.accessToken;
  await soap.logout();
  await assert.rejects(new jsforce.Connection({ instanceUrl: SF_URL, accessToken: expired, version: '59.0' }).query('SELECT Id FROM Lead LIMIT 1'), { errorCode: 'INVALID_SESSION_ID' });
  done('log out by SOAP');

  const password = new jsforce.Connection({ oauth2, version: '59.0' });
  assert.equal((await password.login(SF_USERNAME, 'password')).organizationId, user.organizationId);
  assert.equal((await password.identity()).username, SF_USERNAME);
  done('log in by password');

  const web = new jsforce.Connection({ oauth2: { ...oauth2, useVerifier: true }, version: '59.0' });
  const code = await codeOf(web.oauth2.getAuthorizationUrl({ scope: 'api refresh_token', state: 'mine' }));
  await web.authorize(code);
  assert.ok(web.refreshToken);
  assert.equal((await web.identity()).username, SF_USERNAME);
  await assert.rejects(new jsforce.Connection({ oauth2 }).authorize(code), { name: 'invalid_grant' });
  done('web-server flow with a verifier');

  let refreshed = 0;
  web.on('refresh', () => { refreshed += 1; });
  web.accessToken = '00D000000000000!dead';
  const [leads, contacts] = await Promise.all([web.query('SELECT Id FROM Lead LIMIT 1'), web.query('SELECT Id FROM Contact LIMIT 1')]);
  assert.ok(leads.done && contacts.done);
  assert.equal(refreshed, 1, 'parallel calls share one refresh');
  done('refresh after an expired session');

  web.accessToken = '00D000000000000!dead';
  assert.ok((await web.soap.getServerTimestamp()).timestamp);
  assert.equal(refreshed, 2);
  done('refresh after a fault of SOAP');

  const client = new jsforce.Connection({ instanceUrl: SF_URL, oauth2, version: '59.0' });
  await client.authorize({ grant_type: 'client_credentials' });
  assert.equal((await client.identity()).username, SF_USERNAME);
  done('client credentials');

  await web.logout(true);
  await assert.rejects(web.oauth2.refreshToken(web.refreshToken || 'gone'), { name: 'invalid_grant' });
  done('revoke');
}

run(main);
