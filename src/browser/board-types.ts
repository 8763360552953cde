// What a board's JSON may hold, as Grafana publishes it; check-schema.mjs makes JSON schemas of these.
// Relative paths on purpose: the package's export map hides the types from an import by its name.
import type * as dashboard from './node_modules/@grafana/schema/dist/types/raw/dashboard/x/types.gen';
import type * as bargauge from './node_modules/@grafana/schema/dist/types/raw/composable/bargauge/panelcfg/x/types.gen';
import type * as stat from './node_modules/@grafana/schema/dist/types/raw/composable/stat/panelcfg/x/types.gen';
import type * as statetimeline from './node_modules/@grafana/schema/dist/types/raw/composable/statetimeline/panelcfg/x/types.gen';
import type * as table from './node_modules/@grafana/schema/dist/types/raw/composable/table/panelcfg/x/types.gen';
import type * as timeseries from './node_modules/@grafana/schema/dist/types/raw/composable/timeseries/panelcfg/x/types.gen';

/** An interface of its own: the generator skips names that are only handed on. */
export interface Board extends dashboard.Dashboard {}

// The options of each panel type, and what it adds to its fields (fieldConfig.defaults.custom), if anything.
export type BarGaugeOptions = bargauge.Options;
export type StatOptions = stat.Options;
export type StateTimelineOptions = statetimeline.Options;
export type StateTimelineField = statetimeline.FieldConfig;
export type TableOptions = table.Options;
export type TableField = table.FieldConfig;
export type TimeSeriesOptions = timeseries.Options;
export type TimeSeriesField = timeseries.FieldConfig;
