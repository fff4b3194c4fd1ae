// Fewer than the API's limit on aliases, and small enough for its limits on tokens and cost.
const AT_ONCE = 8;
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** The public GraphQL API as any client sees it. */
export class Api {
  constructor(address, token) {
    this.address = address;
    this.token = token;
  }

  async ask(query, variables = {}) {
    const answer = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(60_000),
    });
    const { data, errors } = await answer.json();
    if (errors?.length) throw new Error(errors.map(({ message }) => message).join(', '));
    return data;
  }

  /** Runs one mutation with many inputs, a handful in each request; what exists already is left as it is. */
  async each(mutation, inputs, type = `${capital(mutation)}Input`) {
    for (let from = 0; from < inputs.length; from += AT_ONCE) {
      const batch = inputs.slice(from, from + AT_ONCE);
      const declared = batch.map((_, at) => `$i${at}: ${type}!`).join(', ');
      const fields = batch.map(
        (_, at) => `a${at}: ${mutation}(input: $i${at}) { userErrors { code message path } }`,
      );
      const variables = Object.fromEntries(batch.map((input, at) => [`i${at}`, input]));
      const data = await this.ask(`mutation (${declared}) { ${fields.join(' ')} }`, variables);
      for (const { userErrors } of Object.values(data)) {
        const serious = userErrors.find(({ code }) => code !== 'KEY_TAKEN');
        if (serious) throw new Error(`${mutation}: ${serious.message} (${serious.path.join('.')})`);
      }
    }
  }
}
