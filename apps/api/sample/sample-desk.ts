import { Injectable } from '@nestjs/common';
import { MlSamplePreview } from '#ml';
import { type Caller, Refusal, Samples, Transactions, type Tx } from '#platform';
import { mondayOf, Organizations, type SampleFarewell, SampleRemoval } from '#toil';

/** Sample data as people meet it: the one place of the API where its toil and its pictures come together. */
@Injectable()
export class SampleDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly samples: Samples,
    private readonly toil: SampleRemoval,
    private readonly ml: MlSamplePreview,
    private readonly organizations: Organizations,
  ) {}

  /** How it stands. */
  async state() {
    const { read } = this.transactions;
    const state = await this.samples.state(read);
    if (!state) {
      const offered = !(await this.hasOwnWork(read));
      return { status: 'NONE' as const, offered, ...NOTHING };
    }
    const { status, stage, done, parts, error, loadedAt } = state;
    const isLoading = status === 'LOADING';
    const progressPercent = isLoading ? Math.floor((100 * done) / parts) : null;
    return { status, offered: false, stage: isLoading ? stage : null, progressPercent, error, loadedAt };
  }

  /** What would go and what would stay; null when there is none. */
  farewell(tx: Tx = this.transactions.read): Promise<SampleFarewell | null> {
    return this.preview(tx);
  }

  /** Refused where people have begun with things of their own: numbers would mix. */
  load(caller: Caller): Promise<unknown> {
    return this.transactions.run(async (tx) => {
      if (!(await this.samples.state(tx)) && (await this.hasOwnWork(tx))) {
        const message =
          'There are services, work or datasets already. Sample data is only loaded into an empty installation, because every number would contain it.';
        throw new Refusal('INVALID_TRANSITION', message, ['input']);
      }
      const { locale } = await this.organizations.current(tx);
      // Monday in UTC: in the zone of the sample's office it has begun everywhere on earth.
      const monday = mondayOf(this.samples.now().toISOString().slice(0, 10));
      return this.samples.load(tx, caller, { monday, locale });
    });
  }

  /** Has it taken away; the audit log keeps what went and what stayed. */
  remove(caller: Caller): Promise<unknown> {
    return this.transactions.run(async (tx) =>
      this.samples.remove(tx, caller, (await this.preview(tx)) ?? {}),
    );
  }

  private async hasOwnWork(tx: Tx): Promise<boolean> {
    return (await this.toil.hasOwnWork(tx)) || (await this.ml.hasOwnWork(tx));
  }

  private async preview(tx: Tx): Promise<SampleFarewell | null> {
    const state = await this.samples.state(tx);
    if (!state) return null;
    const held = await this.ml.held(tx);
    const { going, kept } = await this.toil.preview(tx, state, held);
    const datasets = held.flatMap(({ id, name, kind, count }) =>
      name === null ? [] : [{ id, kind: 'DATASET' as const, name, because: [{ kind, count }] }],
    );
    return { going: [...going, ...(await this.ml.counts(tx))], kept: [...kept, ...datasets] };
  }
}

const NOTHING = { stage: null, progressPercent: null, error: null, loadedAt: null };
