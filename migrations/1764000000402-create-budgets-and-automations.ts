import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Toil budgets, automations with their savings books, and saved candidates. */
export class CreateBudgetsAndAutomations1764000000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table toil_budget (
        service_id text primary key,
        budget_percent numeric(7, 4) not null,
        period_working_days integer not null,
        from_date date,
        fast_burn numeric(8, 4) not null,
        slow_burn numeric(8, 4) not null,
        set_at timestamptz not null
      );
      create table automation (
        id text primary key,
        key text not null,
        service_id text not null,
        task_type_id text not null,
        baseline_minutes numeric(14, 6) not null,
        baseline_samples integer,
        attended_minutes numeric(14, 6) not null,
        demand_per_week integer,
        measured_per_week numeric(20, 10),
        size_then integer,
        registered_at timestamptz not null
      );
      create unique index automation_key on automation (key);
      create index automation_of_service on automation (service_id);
      create table ledger_row (
        automation_id text not null,
        run_id text not null,
        kind text not null,
        at timestamptz not null,
        succeeded boolean not null,
        attended_minutes numeric(14, 6) not null,
        reason text,
        recorded_at timestamptz not null,
        primary key (automation_id, run_id, kind)
      );
      create index ledger_row_time on ledger_row (automation_id, at);
      create table automation_candidate (
        key text primary key,
        estimate jsonb not null,
        saved_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table automation_candidate;
      drop table ledger_row;
      drop table automation;
      drop table toil_budget;
    `);
  }
}
