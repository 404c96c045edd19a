/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package org.sparkner.jobs.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk under the scheme {@code faulty}. A file whose name has {@code unreadable-at-N} in
 * it cannot be read from its byte N on, as on a damaged disk. Below a directory that is named
 * {@code room-for-N} so many bytes can be written; then that disk is full, until {@link #free}
 * makes room. Hadoop finds it among its services.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
  private static final String SCHEME = "faulty";
  private static final Pattern UNREADABLE = Pattern.compile("unreadable-at-(\\d+)");
  private static final Pattern ROOM = Pattern.compile(".*/room-for-(\\d+)(?=/|$)");
  private static final Map<String, AtomicLong> ROOMS = new ConcurrentHashMap<>();

  /** The name of a path of this machine here. */
  public static String uri(java.nio.file.Path path) {
    return SCHEME + "://" + path.toAbsolutePath();
  }

  /** From now on there is room enough where there was not. */
  public static void free() {
    ROOMS.values().forEach(room -> room.set(Long.MAX_VALUE));
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    FSDataInputStream in = super.open(path, bufferSize);
    Matcher unreadable = UNREADABLE.matcher(path.getName());
    return unreadable.find()
        ? new FSDataInputStream(new CutInput(in, Long.parseLong(unreadable.group(1))))
        : in;
  }

  @Override
  protected OutputStream createOutputStreamWithMode(
      Path path, boolean append, FsPermission permission) throws IOException {
    OutputStream out = super.createOutputStreamWithMode(path, append, permission);
    Matcher room = ROOM.matcher(path.toUri().getPath());
    return room.find()
        ? new LimitedOutput(
            out,
            ROOMS.computeIfAbsent(
                room.group(), all -> new AtomicLong(Long.parseLong(room.group(1)))))
        : out;
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return plain(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return Arrays.stream(super.listStatus(path))
        .map(FaultyFileSystem::plain)
        .toArray(FileStatus[]::new);
  }

  /** The status without permissions, which Hadoop looks up under the scheme {@code file} only. */
  private static FileStatus plain(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        1,
        status.getBlockSize(),
        status.getModificationTime(),
        status.getPath());
  }

  /** Fails from a byte on. */
  private static final class CutInput extends FSInputStream {
    private final FSDataInputStream in;
    private final long end;

    private CutInput(FSDataInputStream in, long end) {
      this.in = in;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      long left = end - in.getPos();
      if (left <= 0 && length > 0) {
        throw new IOException("Input/output error");
      }
      return in.read(bytes, offset, (int) Math.min(length, left));
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Fails once there is no room for what is written. */
  private static final class LimitedOutput extends FilterOutputStream {
    private final AtomicLong room;

    private LimitedOutput(OutputStream out, AtomicLong room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (room.addAndGet(-length) < 0) {
        throw new IOException("No space left on device");
      }
      out.write(bytes, offset, length);
    }
  }
}
