import type { Provider } from '@nestjs/common';
import { Capacities } from './capacity/capacities.js';
import { CapacityEnds } from './capacity/capacity-ends.js';
import { Directory } from './directory/directory.js';
import { HolidayCalendars } from './holiday/holiday-calendars.js';
import { Locks } from './lock/locks.js';
import { SnapshotReader } from './lock/snapshot-reader.js';
import { WeekLocks } from './lock/week-locks.js';
import { Organizations } from './organization/organizations.js';
import { PartitionKeeper } from './partition/partition-keeper.js';
import { People } from './person/people.js';
import { ReportLoader } from './report/report-loader.js';
import { TimeFacts } from './report/time-facts.js';
import { ToilReports } from './report/toil-reports.js';
import { RollupKeeper } from './rollup/rollup-keeper.js';
import { RollupPlanner } from './rollup/rollup-planner.js';
import { RollupReader } from './rollup/rollup-reader.js';
import { StaleRollups } from './rollup/stale-rollups.js';
import { WeekMaker } from './rollup/week-maker.js';
import { WorkMarks } from './rollup/work-marks.js';
import { EditService } from './service/edit-service.service.js';
import { Services } from './service/services.js';
import { CampaignKeeper } from './survey/campaign-keeper.js';
import { CampaignReminder } from './survey/campaign-reminder.js';
import { SnippetLog } from './survey/snippet-log.js';
import { Snippets } from './survey/snippets.js';
import { SurveyCampaigns } from './survey/survey-campaigns.js';
import { SurveyMail } from './survey/survey-mail.js';
import { SurveyPopulation } from './survey/survey-population.js';
import { SurveyReports } from './survey/survey-reports.js';
import { SurveySchedules } from './survey/survey-schedules.js';
import { Surveys } from './survey/surveys.js';
import { WeekDesk } from './survey/week-desk.js';
import { WriteWeeklyReport } from './survey/write-weekly-report.service.js';
import { Amendments } from './work/amendments.js';
import { BulkWork } from './work/bulk-work.js';
import { BulkWriter } from './work/bulk-writer.js';
import { Classifier } from './work/classifier.js';
import { EditTaskType } from './work/edit-task-type.service.js';
import { LogAtOnce } from './work/log-at-once.js';
import { LogWork } from './work/log-work.service.js';
import { ReclassifyWork } from './work/reclassify-work.service.js';
import { TaskTypes } from './work/task-types.js';
import { WorkHistory } from './work/work-history.js';
import { WorkInputReader } from './work/work-input.js';
import { WorkKeeper } from './work/work-keeper.js';
import { WorkLog } from './work/work-log.js';

/** The use cases of organisation, people, capacity, work and reports. */
export const coreProviders: Provider[] = [
  Amendments,
  BulkWork,
  BulkWriter,
  CampaignKeeper,
  CampaignReminder,
  Capacities,
  CapacityEnds,
  Classifier,
  Directory,
  EditService,
  EditTaskType,
  HolidayCalendars,
  Locks,
  LogAtOnce,
  LogWork,
  Organizations,
  PartitionKeeper,
  People,
  ReclassifyWork,
  ReportLoader,
  RollupKeeper,
  RollupPlanner,
  RollupReader,
  StaleRollups,
  WeekMaker,
  Services,
  SnapshotReader,
  SnippetLog,
  Snippets,
  SurveyCampaigns,
  SurveyMail,
  SurveyPopulation,
  SurveyReports,
  SurveySchedules,
  Surveys,
  TaskTypes,
  TimeFacts,
  ToilReports,
  WeekDesk,
  WriteWeeklyReport,
  WeekLocks,
  WorkHistory,
  WorkInputReader,
  WorkKeeper,
  WorkLog,
  WorkMarks,
];
