'use strict';
// What the scripts share: settings from the environment, as `sfmarketo sim` writes them, and a connection by JWT.
const crypto = require('node:crypto');
const fs = require('node:fs');
const jsforce = require('jsforce');

const { SF_URL, SF_CLIENT_ID, SF_USERNAME, SF_PRIVATE_KEY_FILE, RUN } = process.env;

function assertion() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: SF_CLIENT_ID, sub: SF_USERNAME, aud: SF_URL, exp: Math.floor(Date.now() / 1000) + 180 };
  const text = `${part({ alg: 'RS256' })}.${part(claims)}`;
  return `${text}.${crypto.sign('RSA-SHA256', Buffer.from(text), fs.readFileSync(SF_PRIVATE_KEY_FILE)).toString('base64url')}`;
}

async function connect() {
  const connection = new jsforce.Connection({ oauth2: { loginUrl: SF_URL }, version: '59.0' });
  const user = await connection.authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: assertion() });
  return { connection, user };
}

function run(main) {
  main().catch((failure) => {
    console.error(failure);
    process.exit(1);
  });
}

module.exports = { SF_URL, SF_CLIENT_ID, SF_USERNAME, RUN, jsforce, connect, run, done: (step) => console.log(`ok ${step}`) };
