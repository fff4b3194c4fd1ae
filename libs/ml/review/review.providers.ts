import type { Provider } from '@nestjs/common';
import { AcceptFindings } from './accept-findings.service.js';
import { AcceptedSubject } from './accepted-subject.entity.js';
import { FindingAcceptance } from './finding-acceptance.entity.js';
import { QuarantinePictures } from './quarantine-pictures.service.js';
import { QuarantinedPicture } from './quarantined-picture.entity.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewBooks, ReviewDesk } from './review-desk.js';

/** The tables of what people decide about pictures and findings. */
export const reviewEntities: (new () => object)[] = [QuarantinedPicture, FindingAcceptance, AcceptedSubject];

/** The use cases of reviewing a dataset. */
export const reviewServices: Provider[] = [
  ReviewBooks,
  ReviewDesk,
  ReviewRepository,
  QuarantinePictures,
  AcceptFindings,
];
