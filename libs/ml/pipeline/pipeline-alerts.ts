/** The alert of a pipeline whose last run failed; its subject is the pipeline's key. */
export const PIPELINE_FAILED = 'pipeline.failed';
/** The alert of a pipeline whose new data a person has to look at; its subject is the pipeline's key. */
export const PIPELINE_HELD = 'pipeline.held';
