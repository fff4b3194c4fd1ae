import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A delivery that was taken in; a second one with the same id is not looked at. */
@Entity('github_delivery')
@Index('github_delivery_received', ['receivedAt'])
export class GithubDelivery {
  /** X-GitHub-Delivery; the same for every redelivery. */
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  event: string;

  @Column('text', { nullable: true })
  action: string | null;

  @Column('timestamptz')
  receivedAt: Date;

  /** What became of it, in one sentence. */
  @Column('text')
  outcome: string;
}

/** A repository that the reconcile job looks through for what no delivery told. */
@Entity('github_repository')
export class GithubRepository {
  /** owner/name, in lower case */
  @PrimaryColumn('text')
  fullName: string;

  /** The webhook whose deliveries are compared; null: issues only. */
  @Column('bigint', { nullable: true })
  hookId: string | null;

  /** Issues changed before this are known. */
  @Column('timestamptz', { nullable: true })
  seenUntil: Date | null;
}

/** How a deployment ended, as far as GitHub told; of several tellings of one kind the earliest. */
@Entity('github_deployment')
@Index('github_deployment_place', ['repository', 'environment'])
export class GithubDeployment {
  /** GitHub's id of the deployment. */
  @PrimaryColumn('text')
  id: string;

  /** owner/name, in lower case */
  @Column('text')
  repository: string;

  @Column('text')
  environment: string;

  @Column('timestamptz', { nullable: true })
  failedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  succeededAt: Date | null;
}

/** Which issue an incident came from, so that deletions and transfers can be found. */
@Entity('github_issue')
@Index('github_issue_place', ['repository', 'number'])
export class GithubIssueLink {
  /** GitHub's id of the issue. */
  @PrimaryColumn('text')
  issueId: string;

  /** owner/name, in lower case */
  @Column('text')
  repository: string;

  @Column('integer')
  number: number;

  /** How our incident calls it: the id of the issue that it was first, whatever it was transferred to. */
  @Column('text')
  externalId: string;
}
