import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What kinds of foreign names can be mapped: onto services, and onto people. */
export const SERVICE_NAME_SOURCES = ['GITHUB_LABEL', 'GITHUB_REPOSITORY', 'ALERTMANAGER', 'IMPORT'] as const;
export type ServiceNameSource = (typeof SERVICE_NAME_SOURCES)[number];
export const PERSON_NAME_SOURCES = ['GITHUB', 'IMPORT'] as const;
export type PersonNameSource = (typeof PERSON_NAME_SOURCES)[number];

/** How another system calls a service (names in lower case). Without a service the name only marks what is wanted. */
@Entity('service_alias')
export class ServiceAlias {
  @PrimaryColumn('text')
  source: ServiceNameSource;

  @PrimaryColumn('text')
  name: string;

  @Column('text', { nullable: true })
  serviceId: string | null;
}

/** How another system calls a person (names in lower case). */
@Entity('person_alias')
export class PersonAlias {
  @PrimaryColumn('text')
  source: PersonNameSource;

  @PrimaryColumn('text')
  name: string;

  @Column('text')
  personId: string;
}
