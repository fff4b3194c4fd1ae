/** The public GraphQL API as any client sees it; a refusal throws with its sentence. */
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
    const refused = Object.values(data ?? {}).flatMap((field) => field?.userErrors ?? []);
    const [fault] = [...(errors ?? []), ...refused];
    if (fault) throw new Error(fault.message);
    return data;
  }
}
