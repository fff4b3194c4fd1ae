import protobuf from 'protobufjs';
import { maskedCrc32c } from './crc32c.rules.js';

/** One event: either the file's version, a scalar, or the mark of a (re)start, from whose step on earlier points are void. */
export interface TensorBoardEvent {
  wallTime: number;
  step?: number;
  fileVersion?: string;
  scalars?: { tag: string; value: number }[];
  sessionStart?: boolean;
}

/** The version text that every event file starts with. */
export const FILE_VERSION = 'brain.Event:2';

/** Event in protobuf form: wall_time 1 (double), step 2 (int64), file_version 3, summary 5, session_log 7. */
export function encodeEvent(event: TensorBoardEvent): Uint8Array {
  const writer = protobuf.Writer.create().uint32(9).double(event.wallTime);
  if (event.step) writer.uint32(16).int64(event.step);
  if (event.fileVersion) writer.uint32(26).string(event.fileVersion);
  if (event.scalars) {
    writer.uint32(42).fork();
    for (const { tag, value } of event.scalars) {
      writer.uint32(10).fork().uint32(10).string(tag).uint32(21).float(value).ldelim();
    }
    writer.ldelim();
  }
  if (event.sessionStart) writer.uint32(58).fork().uint32(8).int32(1).ldelim();
  return writer.finish();
}

/** Frames data as a record: length (uint64 LE), its masked checksum, data, its masked checksum. */
export function encodeRecord(data: Uint8Array): Buffer {
  const record = Buffer.alloc(16 + data.length);
  record.writeBigUInt64LE(BigInt(data.length));
  record.writeUInt32LE(maskedCrc32c(record.subarray(0, 8)), 8);
  record.set(data, 12);
  record.writeUInt32LE(maskedCrc32c(data), 12 + data.length);
  return record;
}

/** The whole records of a file; a short or damaged tail, as a killed writer leaves it, ends the reading. */
export function decodeRecords(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let at = 0;
  while (at + 16 <= file.length) {
    const length = Number(file.readBigUInt64LE(at));
    if (
      file.readUInt32LE(at + 8) !== maskedCrc32c(file.subarray(at, at + 8)) ||
      at + 16 + length > file.length
    )
      break;
    const data = file.subarray(at + 12, at + 12 + length);
    if (file.readUInt32LE(at + 12 + length) !== maskedCrc32c(data)) break;
    records.push(data);
    at += 16 + length;
  }
  return records;
}

/** Reads back what encodeEvent writes; unknown fields are skipped. */
export function decodeEvent(data: Uint8Array): TensorBoardEvent {
  const reader = protobuf.Reader.create(data);
  const event: TensorBoardEvent = { wallTime: 0 };
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === 9) event.wallTime = reader.double();
    else if (tag === 16) event.step = Number(reader.int64());
    else if (tag === 26) event.fileVersion = reader.string();
    else if (tag === 42) event.scalars = decodeSummary(reader.bytes());
    else if (tag === 58) event.sessionStart = reader.bytes().join() === '8,1';
    else reader.skipType(tag & 7);
  }
  return event;
}

function decodeSummary(data: Uint8Array): { tag: string; value: number }[] {
  const reader = protobuf.Reader.create(data);
  const scalars: { tag: string; value: number }[] = [];
  while (reader.pos < reader.len) {
    const outer = reader.uint32();
    if (outer !== 10) {
      reader.skipType(outer & 7);
      continue;
    }
    const end = reader.uint32() + reader.pos;
    const scalar = { tag: '', value: 0 };
    while (reader.pos < end) {
      const tag = reader.uint32();
      if (tag === 10) scalar.tag = reader.string();
      else if (tag === 21) scalar.value = reader.float();
      else reader.skipType(tag & 7);
    }
    scalars.push(scalar);
  }
  return scalars;
}
