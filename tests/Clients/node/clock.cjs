'use strict';
// What only a simulator can do for a client's test: move the clock, break a call, act as a person. The clients know nothing of it.
const { MKTO_URL } = process.env;
const wait = globalThis.setTimeout;

// Clients that poll or back off wait for half a minute and more.
const longest = 25000;

async function control(method, path, body) {
  const answer = await fetch(`${MKTO_URL}/__sim/${path}`, { method, body: body && JSON.stringify(body) });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }

  return answer.json();
}

// Milliseconds of Unix time.
const now = async () => new Date((await control('GET', 'clock')).clock.now).getTime();

const advance = (milliseconds) => control('POST', 'clock', { advance: `PT${Math.ceil(milliseconds / 1000)}S` });

// A long wait of the client is not waited for: the clock of the simulators goes on by as much.
globalThis.setTimeout = (act, milliseconds, ...values) =>
  milliseconds > longest ? wait(() => advance(milliseconds).then(() => act(...values)), 0) : wait(act, milliseconds, ...values);

module.exports = { control, now, advance };
