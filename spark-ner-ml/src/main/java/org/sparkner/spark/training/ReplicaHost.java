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

package org.sparkner.spark.training;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoSerializable;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.concurrent.ConcurrentHashMap;
import org.sparkner.device.Device;
import org.sparkner.pretrained.EncoderDevice;
import org.sparkner.spark.device.TaskDevice;
import org.sparkner.train.rounds.Replica;
import org.sparkner.train.rounds.ReplicaBlueprint;

/**
 * Keeps the replicas of an executor between rounds, as the value of a broadcast: Spark has one
 * value of it in each executor, and drops it with the broadcast. A replica that a task has taken is
 * handed back only when the task has done its round, so that one of a killed task is never met
 * again.
 */
final class ReplicaHost implements Serializable, KryoSerializable {
  private static final long serialVersionUID = 1L;

  private transient ReplicaBlueprint blueprint;
  private transient ConcurrentHashMap<Place, Replica> idle = new ConcurrentHashMap<>();
  private transient ConcurrentHashMap<EncoderDevice, ReplicaBlueprint> reading =
      new ConcurrentHashMap<>();

  /** A worker, and the device that its replica is computed on. */
  record Place(int worker, Device device) {}

  /** For Kryo, which fills it by {@link #read}. */
  ReplicaHost() {}

  ReplicaHost(ReplicaBlueprint blueprint) {
    this.blueprint = blueprint;
  }

  /**
   * Where the running task computes for a worker.
   *
   * @param address of the task's GPU; null if it has none
   * @throws org.sparkner.error.UsageException if it cannot compute there
   */
  Place place(int worker, String address) {
    return new Place(worker, blueprint.use(address));
  }

  /** The replica of a worker, which nobody else has then. */
  Replica take(Place place) {
    Replica kept = idle.remove(place);
    return kept == null ? new Replica(blueprintHere(), place.worker(), place.device()) : kept;
  }

  /** Replicas whose encoder reads on one device share the vectors that it keeps. */
  private ReplicaBlueprint blueprintHere() {
    return blueprint
        .readsOn()
        .map(TaskDevice::ofTask)
        .map(device -> reading.computeIfAbsent(device, blueprint::readingOn))
        .orElse(blueprint);
  }

  void handBack(Place place, Replica replica) {
    idle.put(place, replica);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.writeObject(blueprint);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    blueprint = (ReplicaBlueprint) in.readObject();
    idle = new ConcurrentHashMap<>();
    reading = new ConcurrentHashMap<>();
  }

  @Override
  public void write(Kryo kryo, Output output) {
    byte[] bytes = JavaBytes.of(blueprint);
    output.writeInt(bytes.length);
    output.writeBytes(bytes);
  }

  @Override
  public void read(Kryo kryo, Input input) {
    blueprint = JavaBytes.read(input.readBytes(input.readInt()), ReplicaBlueprint.class);
  }
}
