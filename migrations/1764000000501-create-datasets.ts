import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Datasets, their classes, checks and rows, pictures that were uploaded, and packed splits. */
export class CreateDatasets1764000000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dataset (
        id text primary key,
        key text not null,
        root text,
        training_manifest text,
        validation_manifest text,
        size_policy text not null,
        expand_grey boolean not null,
        quarantine boolean not null,
        checks jsonb,
        class_names text[] not null,
        class_map_version integer not null,
        check_id text,
        created_at timestamptz not null
      );
      create unique index dataset_key on dataset (key);
      create table class_map (
        dataset_id text not null,
        version integer not null,
        names text[] not null,
        created_at timestamptz not null,
        primary key (dataset_id, version)
      );
      create table dataset_check (
        id text primary key,
        dataset_id text not null,
        state text not null,
        created_at timestamptz not null,
        finished_at timestamptz,
        error text,
        class_names text[] not null,
        training_rows integer not null,
        validation_rows integer not null,
        tallies jsonb not null,
        verdict text,
        usable_training integer,
        usable_validation integer,
        findings jsonb,
        digest text
      );
      create unique index dataset_check_open on dataset_check (dataset_id) where state in ('QUEUED', 'RUNNING');
      create index dataset_check_recent on dataset_check (dataset_id, created_at);
      create table dataset_row (
        check_id text not null,
        position integer not null,
        split text not null,
        line integer,
        path text not null,
        name text not null,
        label integer not null,
        object_sha text,
        faults jsonb not null,
        usable boolean not null,
        pixel_sha text,
        hash text,
        mirror text,
        sharpness real,
        mean real,
        deviation real,
        grey boolean,
        thumb bytea,
        primary key (check_id, position)
      );
      create index dataset_row_pixels on dataset_row (check_id, pixel_sha);
      create table dataset_chunk (
        check_id text not null,
        number integer not null,
        done boolean not null,
        primary key (check_id, number)
      );
      create table uploaded_picture (
        id text primary key,
        dataset_id text not null,
        split text not null,
        path text not null,
        label_name text not null,
        object_sha text not null,
        pixel_sha text not null,
        accepted_at timestamptz not null
      );
      create unique index uploaded_picture_pixels on uploaded_picture (dataset_id, pixel_sha);
      create table dataset_arrival (
        dataset_id text not null,
        pixel_sha text not null,
        split text not null,
        label_name text not null,
        at timestamptz not null,
        primary key (dataset_id, pixel_sha)
      );
      create index dataset_arrival_at on dataset_arrival (dataset_id, at);
      create table held_picture (
        dataset_id text not null,
        pixel_sha text not null,
        primary key (dataset_id, pixel_sha)
      );
      create table packed_split (
        check_id text not null,
        split text not null,
        pixels_sha256 text not null,
        labels_sha256 text not null,
        rows integer not null,
        digest text not null,
        primary key (check_id, split)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table packed_split, held_picture, dataset_arrival, uploaded_picture, dataset_chunk,
      dataset_row, dataset_check, class_map, dataset;`);
  }
}
