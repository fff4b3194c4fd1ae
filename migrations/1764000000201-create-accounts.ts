import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may come in: accounts, sessions, tokens, invitations, the setup link, and the counters that slow guessing down. */
export class CreateAccounts1764000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id text primary key,
        name text not null,
        sign_in_name text not null,
        email text,
        role text not null,
        person_id text,
        password_hash text,
        language text,
        zone text,
        created_at timestamptz not null,
        disabled_at timestamptz
      );
      create unique index account_sign_in_name on account (sign_in_name);
      create unique index account_email on account (email);

      create table session (
        secret_hash text primary key,
        account_id text not null,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        user_agent text not null
      );
      create index session_account on session (account_id);

      create table api_token (
        id text primary key,
        account_id text not null,
        name text not null,
        secret_hash text not null,
        hint text not null,
        role text not null,
        scopes text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz,
        used_at timestamptz
      );
      create unique index api_token_secret on api_token (secret_hash);
      create index api_token_account on api_token (account_id);

      create table invitation (
        secret_hash text primary key,
        role text not null,
        person_id text,
        invited_by text not null,
        expires_at timestamptz not null
      );

      create table setup_link (
        secret_hash text primary key,
        expires_at timestamptz not null
      );
      create table setup_claim (
        claimed boolean primary key,
        account_id text not null,
        claimed_at timestamptz not null
      );

      create table sign_in_attempt (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      create table request_window (
        key text not null,
        minute bigint not null,
        requests integer not null,
        primary key (key, minute)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table request_window;
      drop table sign_in_attempt;
      drop table setup_claim;
      drop table setup_link;
      drop table invitation;
      drop table api_token;
      drop table session;
      drop table account;
    `);
  }
}
